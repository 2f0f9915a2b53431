import type { FieldPath } from '../../findings/field-path';
import type { Container } from '../../kubernetes/api';
import { dns1123LabelProblems } from '../../kubernetes/names';
import { isPadded } from '../../kubernetes/white-space';
import type { FieldErrors } from '../field-errors';
import { validateContainerPorts } from './container-ports';
import { validateContainerResources } from './container-resources';
import { validateEnv, validateEnvFrom } from './env';
import type { ContainerKind, PodRules } from './pod-rules';
import { validateResizePolicy } from './resize-policy';
import { validateSecurityContext } from './security-context';
import { validateVolumeDevices } from './volume-devices';
import { validateVolumeMounts } from './volume-mounts';

export const containerRules = {
  'container/name': 'Every container of a pod has a name of its own, in the form of a DNS label.',
  'container/image': 'A container names its image, without white space around it.',
  'container/image-pull-policy': 'An image is pulled Always, IfNotPresent or Never.',
  'container/termination-message-policy': 'A termination message comes from File or FallbackToLogsOnError.',
} as const;

const pullPolicies = ['Always', 'IfNotPresent', 'Never'];
const terminationMessagePolicies = ['File', 'FallbackToLogsOnError'];

/** What is asked of every container, whatever its kind (validateContainerCommon). */
export function validateContainer(
  container: Container,
  kind: ContainerKind,
  pod: PodRules,
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateContainerName(container, path, errors);
  validateImage(container, kind, pod, path, errors);
  const messagePolicy = container.terminationMessagePolicy || 'File';
  if (!terminationMessagePolicies.includes(messagePolicy)) {
    const field = path.child('terminationMessagePolicy');
    errors.notSupported('container/termination-message-policy', field, messagePolicy, terminationMessagePolicies);
  }
  validateContainerPorts(container, kind, pod, path, errors);
  if (container.env) validateEnv(container.env, pod.context, path.child('env'), errors);
  if (container.envFrom) validateEnvFrom(container.envFrom, pod.context, path.child('envFrom'), errors);
  validateVolumeMounts(container, pod, path, errors);
  validateVolumeDevices(container, pod, path, errors);
  if (container.resources) {
    validateContainerResources(container.resources, kind, pod, path.child('resources'), errors);
  }
  validateResizePolicy(container, kind, pod, path, errors);
  if (container.securityContext) {
    validateSecurityContext(container.securityContext, pod, path.child('securityContext'), errors);
  }
}

function validateContainerName(container: Container, path: FieldPath, errors: FieldErrors): void {
  if (!container.name) {
    errors.required('container/name', path.child('name'), 'a container needs a name');
    return;
  }
  errors.invalidForEach('container/name', path.child('name'), container.name, dns1123LabelProblems(container.name));
}

function validateImage(
  container: Container,
  kind: ContainerKind,
  pod: PodRules,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { image, imagePullPolicy } = container;
  if (!image) {
    errors.required('container/image', path.child('image'), 'a container needs an image');
  } else if ((pod.kind === 'pod' || kind === 'ephemeral') && isPadded(image)) {
    // validateContainerOnlyForPod: templates may hold such images, as placeholders.
    errors.invalid('container/image', path.child('image'), image, 'must not begin or end with white space');
  }
  if (imagePullPolicy && !pullPolicies.includes(imagePullPolicy)) {
    errors.notSupported('container/image-pull-policy', path.child('imagePullPolicy'), imagePullPolicy, pullPolicies);
  }
}
