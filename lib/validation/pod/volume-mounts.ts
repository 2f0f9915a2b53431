import type { FieldPath } from '../../findings/field-path';
import type { Container, VolumeMount } from '../../kubernetes/api';
import type { FieldErrors } from '../field-errors';
import { descendingPathProblems } from './local-path';
import type { PodRules } from './pod-rules';

export const volumeMountRules = {
  'volume-mount/name': 'A mount names a volume of the pod.',
  'volume-mount/path': 'A mount has a path in the container, used once.',
  'volume-mount/sub-path': 'A path in a volume is relative, without `..`, and given once.',
  'volume-mount/propagation': 'Mounts propagate None, HostToContainer or, from privileged containers, Bidirectional.',
  'volume-mount/recursive-read-only': 'Only a mount that is read-only, and does not propagate, is so recursively.',
} as const;

const propagations = ['Bidirectional', 'HostToContainer', 'None'];
const recursiveReadOnly = ['Disabled', 'Enabled', 'IfPossible'];

/** ValidateVolumeMounts; `bindMountOptions` is dropped unread (VolumeBindMountOptions is alpha in 1.37). */
export function validateVolumeMounts(container: Container, pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  if (!container.volumeMounts) return;
  const list = path.child('volumeMounts');
  const paths = new Set<string>();
  for (const [position, item] of container.volumeMounts.entries()) {
    const mount: VolumeMount = item ?? {};
    const at = list.index(position);
    validateName(mount, container, pod, at, errors);
    validateMountPath(mount, container, paths, at, errors);
    validateSubPaths(mount, list, at, errors);
    validatePropagation(mount, container, list, errors);
    // RecursiveReadOnlyMounts, on since 1.31
    if (pod.context.minor >= 31) validateRecursiveReadOnly(mount, list, errors);
  }
}

function validateName(
  mount: VolumeMount,
  container: Container,
  pod: PodRules,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const name = mount.name ?? '';
  if (name === '') errors.required('volume-mount/name', path.child('name'), 'must name a volume of the pod');
  if (!pod.volumes.has(name)) errors.notFound('volume-mount/name', path.child('name'), name);
  if (container.volumeDevices?.some((device) => (device?.name ?? '') === name)) {
    errors.invalid('volume-mount/name', path.child('name'), name, "is in 'volumeDevices' already");
  }
}

function validateMountPath(
  mount: VolumeMount,
  container: Container,
  paths: Set<string>,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const at = path.child('mountPath');
  const mountPath = mount.mountPath ?? '';
  if (mountPath === '') errors.required('volume-mount/path', at, 'must be a path in the container');
  if (paths.has(mountPath)) errors.invalid('volume-mount/path', at, mountPath, 'must be unique in the container');
  paths.add(mountPath);
  if (container.volumeDevices && devicePaths(container.volumeDevices).includes(mountPath)) {
    errors.invalid('volume-mount/path', at, mountPath, "is a path in 'volumeDevices' already");
  }
}

/** Of two devices with the same name the server remembers the last. */
function devicePaths(devices: NonNullable<Container['volumeDevices']>): readonly string[] {
  return [...new Map(devices.map((device) => [device?.name ?? '', device?.devicePath ?? ''])).values()];
}

/** The server reports what is wrong with a path on the list of mounts. */
function validateSubPaths(mount: VolumeMount, list: FieldPath, path: FieldPath, errors: FieldErrors): void {
  if (mount.subPath) validateSubPath(mount.subPath, list.child('subPath'), errors);
  if (!mount.subPathExpr) return;
  validateSubPath(mount.subPathExpr, list.child('subPathExpr'), errors);
  if (mount.subPath) {
    const detail = "may not be given together with 'subPath'";
    errors.invalid('volume-mount/sub-path', path.child('subPathExpr'), mount.subPathExpr, detail);
  }
}

function validateSubPath(subPath: string, path: FieldPath, errors: FieldErrors): void {
  errors.invalidForEach('volume-mount/sub-path', path, subPath, descendingPathProblems(subPath));
}

/** validateMountPropagation */
function validatePropagation(mount: VolumeMount, container: Container, list: FieldPath, errors: FieldErrors): void {
  const propagation = mount.mountPropagation;
  if (propagation === null || propagation === undefined) return;
  const at = list.child('mountPropagation');
  if (!propagations.includes(propagation)) {
    errors.notSupported('volume-mount/propagation', at, propagation, propagations);
  }
  if (propagation === 'Bidirectional' && !container.securityContext?.privileged) {
    errors.forbidden('volume-mount/propagation', at, 'Bidirectional is for privileged containers');
  }
}

/** validateMountRecursiveReadOnly */
function validateRecursiveReadOnly(mount: VolumeMount, list: FieldPath, errors: FieldErrors): void {
  const mode = mount.recursiveReadOnly;
  if (mode === null || mode === undefined || mode === 'Disabled') return;
  const at = list.child('recursiveReadOnly');
  if (!recursiveReadOnly.includes(mode)) {
    errors.notSupported('volume-mount/recursive-read-only', at, mode, recursiveReadOnly);
    return;
  }
  if (!mount.readOnly) errors.forbidden('volume-mount/recursive-read-only', at, "needs 'readOnly: true'");
  const propagation = mount.mountPropagation ?? 'None';
  if (propagation !== 'None') {
    errors.forbidden('volume-mount/recursive-read-only', at, "needs 'mountPropagation: None', or none given");
  }
}
