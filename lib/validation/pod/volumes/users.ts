import type { FieldPath } from '../../../findings/field-path';
import type { VolumeProjection } from '../../../kubernetes/api';
import type { FieldErrors } from '../../field-errors';
import { validateId } from '../user-ids';

/** What may set the owner of files; in releases before 1.37 none of it exists. */
interface Owned {
  readonly defaultUser?: number | null | undefined;
  readonly user?: number | null | undefined;
  readonly items?: readonly ({ readonly user?: number | null | undefined } | null | undefined)[] | null | undefined;
}

/**
 * The owners of files. AtomicWriteVolumeUserFields is off by default and they are dropped unread, but of the first source of a volume or projection
 * only: in a second one, which is refused anyway, they are still there. Follows dropDisabledAtomicWriteVolumeUserFields.
 *
 * @param itemsPath where the server reports an item
 */
export function validateUsers(
  source: Owned,
  path: FieldPath,
  itemsPath: (position: number) => FieldPath,
  errors: FieldErrors,
): void {
  validateId(source.defaultUser, path, 'defaultUser', errors);
  validateId(source.user, path, 'user', errors);
  for (const [position, item] of (source.items ?? []).entries()) {
    if (item?.user != null) validateId(item.user, itemsPath(position), 'user', errors);
  }
}

/** In the order of the server: the owners of the first are dropped. */
const kinds = [
  'secret',
  'downwardAPI',
  'configMap',
  'serviceAccountToken',
  'clusterTrustBundle',
  'podCertificate',
] as const;

/** The owners that are left in a projection of several kinds. */
export function validateProjectedUsers(source: VolumeProjection, path: FieldPath, errors: FieldErrors): void {
  for (const kind of kinds.filter((one) => source[one] != null).slice(1)) {
    const at = path.child(kind);
    const itemsPath = (position: number): FieldPath =>
      kind === 'downwardAPI' ? at : at.child('items').index(position);
    validateUsers(source[kind] ?? {}, at, itemsPath, errors);
  }
}
