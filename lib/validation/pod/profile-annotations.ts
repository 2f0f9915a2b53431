import type { FieldPath } from '../../findings/field-path';
import type { FieldErrors } from '../field-errors';
import { descendingPathProblems } from './local-path';
import type { PodRules } from './pod-rules';
import {
  appArmorContainer,
  isRuntimeDefault,
  localhost,
  seccompContainer,
  seccompPod,
  validateProfileConflicts,
} from './profile-conflicts';

export const profileAnnotationRules = {
  'annotations/seccomp': 'A seccomp annotation names a profile.',
  'annotations/app-armor': 'An AppArmor annotation names a container of the pod and a profile.',
} as const;

/**
 * The annotations that once set seccomp and AppArmor profiles (ValidateSeccompPodAnnotations, ValidateAppArmorPodAnnotations), and that they agree
 * with the fields.
 *
 * @param path the one of the annotations.
 * @param specPath the one of the pod spec.
 */
export function validateProfileAnnotations(
  pod: PodRules,
  path: FieldPath,
  specPath: FieldPath,
  errors: FieldErrors,
): void {
  const annotations = pod.annotations ?? {};
  for (const key of Object.keys(annotations)) {
    const value = annotations[key] ?? '';
    // The server prints seccomp keys like fields, AppArmor keys like keys.
    if (key === seccompPod || key.startsWith(seccompContainer)) validateSeccomp(value, path.child(key), errors);
    else if (key.startsWith(appArmorContainer)) validateAppArmor(key, value, pod, path.key(key), errors);
  }
  validateProfileConflicts(pod, specPath, errors);
}

function validateSeccomp(profile: string, path: FieldPath, errors: FieldErrors): void {
  if (isRuntimeDefault(profile) || profile === 'unconfined') return;
  const problems = profile.startsWith(localhost)
    ? descendingPathProblems(profile.slice(localhost.length))
    : ["must be 'runtime/default', 'unconfined' or 'localhost/<path>'"];
  errors.invalidForEach('annotations/seccomp', path, profile, problems);
}

function validateAppArmor(key: string, profile: string, pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const name = key.slice(appArmorContainer.length);
  if (!hasContainer(pod, name)) errors.invalid('annotations/app-armor', path, name, 'is no container of the pod');
  const known = profile === '' || profile === 'runtime/default' || profile === 'unconfined';
  if (known || profile.startsWith(localhost)) return;
  const detail = "must be 'runtime/default', 'unconfined' or 'localhost/<name>'";
  errors.invalid('annotations/app-armor', path, profile, detail);
}

function hasContainer(pod: PodRules, name: string): boolean {
  const { containers, initContainers, ephemeralContainers } = pod.spec;
  return [containers, initContainers, ephemeralContainers].some((list) =>
    list?.some((container) => (container?.name ?? '') === name),
  );
}
