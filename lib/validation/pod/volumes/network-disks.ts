import type { FieldPath } from '../../../findings/field-path';
import type { ISCSIVolumeSource } from '../../../kubernetes/api';
import { isLongerThan } from '../../../kubernetes/names';
import type { FieldErrors } from '../../field-errors';
import type { VolumeSource } from './volume-source';
import { requireMembers } from './volume-source';

/** What iscsiInitiatorIqnRegex, iscsiInitiatorEuiRegex and iscsiInitiatorNaaRegex match. */
const iscsiNames: Readonly<Record<string, RegExp>> = {
  iqn: /iqn\.\d{4}-\d{2}\.[0-9A-Za-z\-.]+:[^,;*&$|\t\n\f\r ]+$/u,
  eui: /^eui[^\n][0-9A-Za-z]{16}$/u,
  naa: /^naa[^\n][0-9A-Za-z]{32}$/u,
};

const longestPortalName = 64;

/** validateISCSIVolumeSource */
export const iscsi: VolumeSource = {
  field: 'iscsi',
  validate: ({ iscsi: source }, path, _scope, errors) => {
    const disk = source ?? {};
    requireMembers(disk, ['targetPortal', 'iqn'], path, errors);
    if (disk.iqn != null && disk.iqn !== '') validateIscsiName(disk.iqn, path.child('iqn'), errors);
    validateLun(disk.lun ?? 0, path.child('lun'), errors);
    if ((disk.chapAuthDiscovery === true || disk.chapAuthSession === true) && disk.secretRef == null) {
      errors.required('volume/source', path.child('secretRef'), 'CHAP authentication needs a Secret');
    }
    // the server's field name, which is not that of the API
    if (disk.initiatorName != null) validateIscsiName(disk.initiatorName, path.child('initiatorname'), errors);
  },
};

function validateIscsiName(name: string, path: FieldPath, errors: FieldErrors): void {
  const form = iscsiNames[name.slice(0, 3)];
  if (form?.test(name) === true) return;
  errors.invalid('volume/iscsi-name', path, name, 'must be an IQN (iqn.2003-01.com.example:disk), EUI or NAA');
}

/** The node's device path joins the names of volume and portal; the server looks at it even where the volume has another source too. */
export function validateIscsiPortalLength(
  name: string,
  source: ISCSIVolumeSource,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (source.initiatorName == null) return;
  if (!isLongerThan(`${name}:${source.targetPortal ?? ''}`, longestPortalName)) return;
  const detail = `with an initiatorName, the volume's name and the targetPortal together take at most ${longestPortalName - 1} bytes`;
  errors.invalid('volume/iscsi-name', path.child('name'), name, detail);
}

function validateLun(lun: number, path: FieldPath, errors: FieldErrors): void {
  if (lun < 0 || lun > 255) errors.invalid('volume/lun', path, lun, 'must lie between 0 and 255');
}

/** validateFCVolumeSource */
export const fc: VolumeSource = {
  field: 'fc',
  validate: ({ fc: source }, path, _scope, errors) => {
    const names = source?.targetWWNs ?? [];
    const ids = source?.wwids ?? [];
    if (names.length === 0 && ids.length === 0) {
      errors.required('volume/fibre-channel', path.child('targetWWNs'), 'targetWWNs or wwids is needed');
    }
    if (names.length === 0) return;
    if (ids.length > 0) {
      errors.invalid(
        'volume/fibre-channel',
        path.child('targetWWNs'),
        names,
        'targetWWNs and wwids exclude each other',
      );
    }
    if (source?.lun == null) errors.required('volume/fibre-channel', path.child('lun'), 'targetWWNs need a lun');
    else validateLun(source.lun, path.child('lun'), errors);
  },
};

/** validateNFSVolumeSource */
export const nfs: VolumeSource = {
  field: 'nfs',
  validate: ({ nfs: source }, path, _scope, errors) => {
    requireMembers(source, ['server', 'path'], path, errors);
    const exported = source?.path ?? '';
    if (!exported.startsWith('/')) {
      errors.invalid('volume/source', path.child('path'), exported, 'must be an absolute path');
    }
  },
};
