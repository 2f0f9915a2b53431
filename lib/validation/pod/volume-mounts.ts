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

/** What the mounts and devices of one container have taken. */
interface Taken {
  readonly paths: Set<string>;
  readonly deviceNames: ReadonlySet<string>;
  readonly devicePaths: ReadonlySet<string>;
}

/** ValidateVolumeMounts; `bindMountOptions` is dropped unread (VolumeBindMountOptions is alpha in 1.37). */
export function validateVolumeMounts(container: Container, pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  if (!container.volumeMounts) return;
  const list = path.child('volumeMounts');
  // Of two devices with the same name the server remembers the last.
  const devices = new Map(container.volumeDevices?.map((device) => [device?.name ?? '', device?.devicePath ?? '']));
  const taken: Taken = {
    paths: new Set(),
    deviceNames: new Set(devices.keys()),
    devicePaths: new Set(devices.values()),
  };
  for (const [position, item] of container.volumeMounts.entries()) {
    const mount: VolumeMount = item ?? {};
    const at = list.index(position);
    validateName(mount, taken, pod, at.child('name'), errors);
    validateMountPath(mount, taken, at.child('mountPath'), errors);
    validateSubPaths(mount, list, at, errors);
    validatePropagation(mount, container, list, errors);
    // RecursiveReadOnlyMounts, on since 1.31
    if (pod.context.minor >= 31) validateRecursiveReadOnly(mount, list, errors);
  }
}

function validateName(mount: VolumeMount, taken: Taken, pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const name = mount.name ?? '';
  if (name === '') errors.required('volume-mount/name', path, 'must name a volume of the pod');
  if (!pod.volumes.has(name)) errors.notFound('volume-mount/name', path, name);
  if (taken.deviceNames.has(name)) errors.invalid('volume-mount/name', path, name, "is in 'volumeDevices' already");
}

function validateMountPath(mount: VolumeMount, taken: Taken, path: FieldPath, errors: FieldErrors): void {
  const mountPath = mount.mountPath ?? '';
  if (mountPath === '') errors.required('volume-mount/path', path, 'must be a path in the container');
  if (taken.paths.has(mountPath))
    errors.invalid('volume-mount/path', path, mountPath, 'must be unique in the container');
  if (taken.devicePaths.has(mountPath)) {
    errors.invalid('volume-mount/path', path, mountPath, "is a path in 'volumeDevices' already");
  }
  taken.paths.add(mountPath);
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
