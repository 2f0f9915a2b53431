import type { FieldPath } from '../../../findings/field-path';
import type { LocalObjectReference } from '../../../kubernetes/api';
import { dns1123LabelProblems, isLongerThan } from '../../../kubernetes/names';
import type { FieldErrors } from '../../field-errors';
import type { VolumeSource } from './volume-source';
import { requireMembers } from './volume-source';

/** validateCinderVolumeSource */
export const cinder: VolumeSource = {
  field: 'cinder',
  validate: ({ cinder: source }, path, _scope, errors) => {
    requireMembers(source, ['volumeID'], path, errors);
    requireSecretName(source?.secretRef, path, errors);
  },
};

/** validateStorageOSVolumeSource */
export const storageos: VolumeSource = {
  field: 'storageos',
  validate: ({ storageos: source }, path, _scope, errors) => {
    requireMembers(source, ['volumeName'], path, errors);
    for (const member of ['volumeName', 'volumeNamespace'] as const) {
      const value = source?.[member] ?? '';
      if (value === '') continue;
      for (const problem of dns1123LabelProblems(value)) {
        errors.invalid('volume/storageos-name', path.child(member), value, problem);
      }
    }
    requireSecretName(source?.secretRef, path, errors);
  },
};

function requireSecretName(
  secret: LocalObjectReference | null | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (secret != null) requireMembers(secret, ['name'], path.child('secretRef'), errors);
}

/** validateFlockerVolumeSource */
export const flocker: VolumeSource = {
  field: 'flocker',
  validate: ({ flocker: source }, path, _scope, errors) => {
    const name = source?.datasetName ?? '';
    const uuid = source?.datasetUUID ?? '';
    if (name === '' && uuid === '') errors.required('volume/flocker', path, 'datasetName or datasetUUID is needed');
    if (name !== '' && uuid !== '') {
      errors.invalid('volume/flocker', path, source, 'datasetName and datasetUUID exclude each other');
    }
    if (name.includes('/')) errors.invalid('volume/flocker', path.child('datasetName'), name, "must not contain '/'");
  },
};

const longestTenant = 64;

/** validateQuobyteVolumeSource */
export const quobyte: VolumeSource = {
  field: 'quobyte',
  validate: ({ quobyte: source }, path, _scope, errors) => {
    const registry = source?.registry ?? '';
    const pairs = 'must be host:port pairs, with commas between them';
    if (registry === '') {
      errors.required('volume/source', path.child('registry'), pairs);
    } else if (isLongerThan(source?.tenant ?? '', longestTenant)) {
      errors.required('volume/source', path.child('tenant'), `a UUID of at most ${longestTenant} characters`);
    } else if (!registry.split(',').every(isHostPort)) {
      errors.invalid('volume/host-port', path.child('registry'), registry, pairs);
    }
    requireMembers(source, ['volume'], path, errors);
  },
};

/** net.SplitHostPort: `host:port`, `[host]:port`; either part may be empty. */
function isHostPort(text: string): boolean {
  const colon = text.lastIndexOf(':');
  const bracket = text.startsWith('[') ? text.indexOf(']') : -1;
  if (colon < 0) return false;
  if (text.startsWith('[')) {
    return bracket + 1 === colon && !text.includes('[', 1) && !text.includes(']', colon);
  }
  return !text.slice(0, colon).includes(':') && !/[[\]]/.test(text);
}

/** validateFlexVolumeSource */
export const flexVolume: VolumeSource = {
  field: 'flexVolume',
  validate: ({ flexVolume: source }, path, _scope, errors) => {
    requireMembers(source, ['driver'], path, errors);
    for (const option of Object.keys(source?.options ?? {})) {
      const domain = `.${(option.split('/', 1)[0] ?? '').toLowerCase()}`;
      if (!domain.endsWith('.kubernetes.io') && !domain.endsWith('.k8s.io')) continue;
      const detail = 'the domains kubernetes.io and k8s.io are reserved';
      errors.invalid('volume/flex-option', path.child('options').key(option), option, detail);
    }
  },
};
