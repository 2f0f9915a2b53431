import { FieldPath } from '../../findings/field-path';
import type {
  PersistentVolumeClaim,
  PersistentVolumeClaimSpec,
  TypedLocalObjectReference,
  TypedObjectReference,
} from '../../kubernetes/api';
import { dns1123LabelProblems, dns1123SubdomainProblems } from '../../kubernetes/names';
import { compareQuantities, parseQuantity, zeroQuantity } from '../../kubernetes/quantities';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateLabelSelector } from '../labels';

export const persistentVolumeClaimRules = {
  'volume-claim/access-mode': 'A claim lists known access modes, and ReadWriteOncePod alone if at all.',
  'volume-claim/storage-request': 'A claim asks for an amount of storage greater than zero.',
  'volume-claim/class-name': 'Names of storage classes and volume attributes classes are DNS subdomains.',
  'volume-claim/volume-mode': 'The volume mode is Block or Filesystem.',
  'volume-claim/data-source': 'A data source names an object that a volume can be filled from.',
  'volume-claim/data-source-match': 'dataSource and dataSourceRef name the same object.',
} as const;

const specPath = FieldPath.of('spec');

/** ValidatePersistentVolumeClaim but for the metadata; the status of a new object is dropped. */
export function validatePersistentVolumeClaim(
  claim: PersistentVolumeClaim,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  validatePersistentVolumeClaimSpec(withDataSources(claim.spec ?? {}), specPath, context, errors);
}

/**
 * What the server makes of the data sources of a new claim: it drops what CrossNamespaceVolumeDataSource (off by default) would allow, and a
 * `dataSource` that no old release knew what to do with; then it copies the one that is left to the other field.
 *
 * Follows DropDisabledFields, EnforceDataSourceBackwardsCompatibility and NormalizeDataSources.
 */
function withDataSources(spec: PersistentVolumeClaimSpec): PersistentVolumeClaimSpec {
  if (spec.dataSource == null && spec.dataSourceRef == null) return spec;
  const reference = (spec.dataSourceRef?.namespace ?? '') === '' ? spec.dataSourceRef : undefined;
  const source = reference == null && !isClaimOrSnapshot(spec.dataSource) ? undefined : spec.dataSource;
  return { ...spec, dataSource: source ?? reference, dataSourceRef: reference ?? source };
}

function isClaimOrSnapshot(source: TypedLocalObjectReference | null | undefined): boolean {
  const group = source?.apiGroup ?? '';
  if (source?.kind === 'PersistentVolumeClaim') return group === '';
  return source?.kind === 'VolumeSnapshot' && group === 'snapshot.storage.k8s.io';
}

const exclusiveMode = 'ReadWriteOncePod';
const accessModes: readonly string[] = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', exclusiveMode];
const volumeModes: readonly string[] = ['Block', 'Filesystem'];

/** ValidatePersistentVolumeClaimSpec */
export function validatePersistentVolumeClaimSpec(
  spec: PersistentVolumeClaimSpec,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  validateAccessModes(spec.accessModes ?? [], path.child('accessModes'), errors);
  validateLabelSelector(spec.selector, path.child('selector'), {}, errors);
  validateStorageRequest(spec, path.child('resources').key('storage'), errors);
  validateClassName(spec.storageClassName, path.child('storageClassName'), errors);
  const mode = spec.volumeMode ?? 'Filesystem';
  if (!volumeModes.includes(mode)) {
    errors.notSupported('volume-claim/volume-mode', path.child('volumeMode'), mode, volumeModes);
  }
  validateDataSources(spec, path, context, errors);
  // VolumeAttributesClass: on since 1.34
  if (context.minor >= 34) {
    validateClassName(spec.volumeAttributesClassName, path.child('volumeAttributesClassName'), errors);
  }
}

function validateAccessModes(
  modes: NonNullable<PersistentVolumeClaimSpec['accessModes']>,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const rule = 'volume-claim/access-mode';
  if (modes.length === 0) errors.required(rule, path, 'at least one access mode is needed');
  for (const entry of modes) {
    const mode = entry ?? '';
    if (!accessModes.includes(mode)) errors.notSupported(rule, path, mode, accessModes);
  }
  if (!modes.includes(exclusiveMode)) return;
  if (modes.some((mode) => mode !== exclusiveMode && accessModes.includes(mode ?? ''))) {
    errors.forbidden(rule, path, `${exclusiveMode} excludes other access modes`);
  }
}

function validateStorageRequest(spec: PersistentVolumeClaimSpec, path: FieldPath, errors: FieldErrors): void {
  const requests = spec.resources?.requests;
  if (requests == null || !Object.hasOwn(requests, 'storage')) {
    errors.required('volume-claim/storage-request', path, 'the amount of storage asked for');
    return;
  }
  const amount = parseQuantity(requests['storage'] ?? 0) ?? zeroQuantity;
  if (compareQuantities(amount, zeroQuantity) <= 0) {
    errors.invalid('volume-claim/storage-request', path, requests['storage'], 'must be greater than zero');
  }
}

/** An empty name stands for no class at all. */
function validateClassName(name: string | null | undefined, path: FieldPath, errors: FieldErrors): void {
  if (name == null || name === '') return;
  for (const problem of dns1123SubdomainProblems(name)) {
    errors.invalid('volume-claim/class-name', path, name, problem);
  }
}

function validateDataSources(
  spec: PersistentVolumeClaimSpec,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const { dataSource: source, dataSourceRef: reference } = spec;
  if (source != null) validateDataSource(source, path.child('dataSource'), context, errors);
  if (reference == null) return;
  validateDataSource(reference, path.child('dataSourceRef'), context, errors);
  const namespace = reference.namespace ?? '';
  for (const problem of namespace === '' ? [] : dns1123LabelProblems(namespace)) {
    errors.invalid('volume-claim/data-source', path.child('dataSourceRef').child('namespace'), namespace, problem);
  }
  if (source == null) return;
  if (namespace !== '') {
    const detail = 'dataSource has no place beside a dataSourceRef with a namespace';
    errors.invalid('volume-claim/data-source-match', path, source, detail);
  } else if (!isSameObject(source, reference)) {
    errors.invalid('volume-claim/data-source-match', path, source, 'dataSource must be the same as dataSourceRef');
  }
}

/** isDataSourceEqualDataSourceRef: an empty group is not the same as none. */
function isSameObject(source: TypedLocalObjectReference, reference: TypedObjectReference): boolean {
  if ((source.apiGroup ?? undefined) !== (reference.apiGroup ?? undefined)) return false;
  return (source.kind ?? '') === (reference.kind ?? '') && (source.name ?? '') === (reference.name ?? '');
}

/** validateDataSource and validateDataSourceRef */
function validateDataSource(
  source: TypedLocalObjectReference,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const rule = 'volume-claim/data-source';
  const kind = source.kind ?? '';
  const group = source.apiGroup ?? '';
  if ((source.name ?? '') === '') errors.required(rule, path.child('name'), '');
  if (kind === '') errors.required(rule, path.child('kind'), '');
  if (group === '' && kind !== 'PersistentVolumeClaim') {
    errors.invalid(rule, path, kind, 'without an apiGroup the kind must be PersistentVolumeClaim');
  }
  // ungated, since 1.29
  if (group === '' || context.minor < 29) return;
  for (const problem of dns1123SubdomainProblems(group)) errors.invalid(rule, path.child('apiGroup'), group, problem);
}
