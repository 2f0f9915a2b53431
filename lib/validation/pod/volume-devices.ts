import type { FieldPath } from '../../findings/field-path';
import type { Container, VolumeDevice } from '../../kubernetes/api';
import type { FieldErrors } from '../field-errors';
import { backstepProblems } from './local-path';
import type { PodRules } from './pod-rules';

export const volumeDeviceRules = {
  'volume-device/name': 'A device names a volume of the pod that comes from a claim, once in a container.',
  'volume-device/path': 'A device has a path in the container, used once, without `..`.',
} as const;

/** What the devices and mounts of one container have taken so far. */
interface Taken {
  readonly names: Set<string>;
  readonly paths: Set<string>;
  readonly mountNames: ReadonlySet<string>;
  readonly mountPaths: ReadonlySet<string>;
}

/** ValidateVolumeDevices */
export function validateVolumeDevices(container: Container, pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  if (!container.volumeDevices) return;
  // Of two mounts of the same volume the server remembers the last.
  const mounts = new Map(container.volumeMounts?.map((mount) => [mount?.name ?? '', mount?.mountPath ?? '']));
  const taken: Taken = {
    names: new Set(),
    paths: new Set(),
    mountNames: new Set(mounts.keys()),
    mountPaths: new Set(mounts.values()),
  };
  for (const [position, device] of container.volumeDevices.entries()) {
    const at = path.child('volumeDevices').index(position);
    validateName(device ?? {}, taken, pod, at.child('name'), errors);
    validateDevicePath(device ?? {}, taken, at.child('devicePath'), errors);
  }
}

function validateName(device: VolumeDevice, taken: Taken, pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const name = device.name ?? '';
  if (name === '') errors.required('volume-device/name', path, 'must name a volume of the pod');
  if (taken.names.has(name)) errors.invalid('volume-device/name', path, name, 'must be unique in the container');
  const volume = pod.volumes.get(name);
  if (volume === undefined) errors.notFound('volume-device/name', path, name);
  else if (!volume.persistentVolumeClaim && !volume.ephemeral) {
    const detail = 'only a persistentVolumeClaim or an ephemeral volume can be a device';
    errors.invalid('volume-device/name', path, name, detail);
  }
  if (taken.mountNames.has(name)) errors.invalid('volume-device/name', path, name, "is in 'volumeMounts' already");
  if (name !== '') taken.names.add(name);
}

function validateDevicePath(device: VolumeDevice, taken: Taken, path: FieldPath, errors: FieldErrors): void {
  const devicePath = device.devicePath ?? '';
  if (devicePath === '') errors.required('volume-device/path', path, 'must be a path in the container');
  if (taken.paths.has(devicePath)) {
    errors.invalid('volume-device/path', path, devicePath, 'must be unique in the container');
  }
  const problems = backstepProblems(devicePath);
  errors.invalidForEach('volume-device/path', path, devicePath, problems);
  if (problems.length === 0) taken.paths.add(devicePath);
  if (taken.mountPaths.has(devicePath)) {
    errors.invalid('volume-device/path', path, devicePath, "is a path in 'volumeMounts' already");
  }
}
