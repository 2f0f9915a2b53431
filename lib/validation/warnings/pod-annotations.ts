import type { KubernetesMinor } from '../../kubernetes/versions';
import type { PodOfManifest } from '../pod-of-manifest';
import { fieldsOf, textOf, valueAt } from '../../manifests/untyped';
import type { Warning, Warnings } from './warning';

const replaced: Readonly<Record<string, string>> = {
  'scheduler.alpha.kubernetes.io/critical-pod': "it has no effect: use 'priorityClassName'",
  'security.alpha.kubernetes.io/sysctls': "it has no effect: use 'securityContext.sysctls'",
  'security.alpha.kubernetes.io/unsafe-sysctls': "it has no effect: use 'securityContext.sysctls'",
};
const podSeccomp = 'seccomp.security.alpha.kubernetes.io/pod';
const containerSeccomp = 'container.seccomp.security.alpha.kubernetes.io/';
const appArmor = 'container.apparmor.security.beta.kubernetes.io/';
const useSeccompField = "it has no effect: use 'securityContext.seccompProfile'";

/** Annotations whose meaning fields have taken over. */
export function* podAnnotationWarnings(pod: PodOfManifest, minor: KubernetesMinor): Warnings {
  const present = new Set(fieldsOf(pod.annotations));
  if (present.size === 0) return;
  const warning = (key: string, message: string): Warning => ({
    rule: 'warning/deprecated-annotation',
    path: pod.annotationsPath.key(key),
    message,
  });
  for (const [key, message] of Object.entries(replaced)) if (present.has(key)) yield warning(key, message);
  if (present.has(podSeccomp) && valueAt(pod.securityContext, 'seccompProfile') === undefined) {
    yield warning(podSeccomp, useSeccompField);
  }
  for (const { value, securityContext } of pod.containers) {
    const name = textOf(valueAt(value, 'name'));
    if (present.has(containerSeccomp + name) && valueAt(securityContext, 'seccompProfile') === undefined) {
      yield warning(containerSeccomp + name, useSeccompField);
    }
    const hasProfile = valueAt(securityContext, 'appArmorProfile') !== undefined;
    if (minor < 30 || !present.has(appArmor + name) || hasProfile || sameAsPod(pod, appArmor + name, minor)) continue;
    yield warning(appArmor + name, "deprecated: use 'securityContext.appArmorProfile'");
  }
}

/** Does the annotation only repeat the pod's own profile? Then servers say nothing, in templates since 1.34. */
function sameAsPod(pod: PodOfManifest, key: string, minor: KubernetesMinor): boolean {
  if (!pod.isPod && minor < 34) return false;
  const annotation = textOf(valueAt(pod.annotations, key));
  const profile = valueAt(pod.securityContext, 'appArmorProfile');
  switch (valueAt(profile, 'type')) {
    case 'RuntimeDefault':
      return annotation === 'runtime/default';
    case 'Unconfined':
      return annotation === 'unconfined';
    case 'Localhost':
      return annotation === `localhost/${textOf(valueAt(profile, 'localhostProfile'))}`;
    default:
      return false;
  }
}
