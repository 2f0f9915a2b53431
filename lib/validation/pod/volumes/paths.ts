import type { FieldPath } from '../../../findings/field-path';
import type { KeyToPath } from '../../../kubernetes/api';
import type { FieldErrors } from '../../field-errors';
import { descendingPathProblems } from '../local-path';
import { requireMembers } from './volume-source';

/** ValidateLocalNonReservedPath: what begins with `..` is taken by the volume itself. */
export function validateVolumePath(target: string, path: FieldPath, errors: FieldErrors): void {
  for (const problem of descendingPathProblems(target)) errors.invalid('volume/path', path, target, problem);
  if (target.startsWith('..') && !target.startsWith('../')) {
    errors.invalid('volume/path', path, target, "must not begin with '..'");
  }
}

/** The permissions of files, as a number. */
export function validateFileMode(mode: number | null | undefined, path: FieldPath, errors: FieldErrors): void {
  if (mode != null && (mode < 0 || mode > 0o777)) {
    errors.invalid('volume/file-mode', path, mode, 'must lie between 0 and 0777 (octal), which is 511');
  }
}

/** validateKeyToPath, for the items of ConfigMap and Secret volumes. */
export function validateKeysToPaths(
  items: readonly (KeyToPath | null | undefined)[] | null | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (items == null) return;
  for (const [position, entry] of items.entries()) {
    const item = entry ?? {};
    const at = path.index(position);
    requireMembers(item, ['key', 'path'], at, errors);
    validateVolumePath(item.path ?? '', at.child('path'), errors);
    validateFileMode(item.mode, at.child('mode'), errors);
  }
}
