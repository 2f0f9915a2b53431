import type { FieldPath } from '../../findings/field-path';
import type { AppArmorProfile, Container, SeccompProfile } from '../../kubernetes/api';
import type { FieldErrors } from '../field-errors';
import { visitContainers } from './every-container';
import { isGiven } from './given';
import { descendingPathProblems } from './local-path';
import type { PodRules } from './pod-rules';
import { isAppArmorName } from './security-profiles';

export const profileAnnotationRules = {
  'annotations/seccomp': 'A seccomp annotation names a profile.',
  'annotations/app-armor': 'An AppArmor annotation names a container of the pod and a profile.',
  'annotations/profile-conflict': 'Where annotation and field both name a profile, they name the same.',
} as const;

type Annotations = NonNullable<PodRules['annotations']>;

const seccompPod = 'seccomp.security.alpha.kubernetes.io/pod';
const seccompContainer = 'container.seccomp.security.alpha.kubernetes.io/';
const appArmorContainer = 'container.apparmor.security.beta.kubernetes.io/';
const localhost = 'localhost/';

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
  const { annotations } = pod;
  if (!annotations) return;
  for (const key of Object.keys(annotations)) {
    const value = annotations[key] ?? '';
    // The server prints seccomp keys like fields, AppArmor keys like keys.
    if (key === seccompPod || key.startsWith(seccompContainer)) validateSeccomp(value, path.child(key), errors);
    else if (key.startsWith(appArmorContainer)) validateAppArmor(key, value, pod, path.key(key), errors);
  }
  validateConflicts(annotations, pod, specPath, errors);
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

/** validateSeccompAnnotationsAndFields, validateAppArmorAnnotationsAndFieldsMatchOnCreate */
function validateConflicts(annotations: Annotations, pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const { spec } = pod;
  const ofPod = spec.securityContext?.seccompProfile;
  if (ofPod) {
    const at = path.child('securityContext').child('seccompProfile');
    report(seccompConflict(annotation(annotations, seccompPod), ofPod), at, errors);
  }
  visitContainers(spec, path, (container, at) => {
    validateContainerConflicts(container, annotations, pod, at, errors);
  });
}

function validateContainerConflicts(
  container: Container,
  annotations: Annotations,
  pod: PodRules,
  path: () => FieldPath,
  errors: FieldErrors,
): void {
  const name = container.name ?? '';
  const seccomp = container.securityContext?.seccompProfile;
  if (seccomp) {
    const conflict = seccompConflict(annotation(annotations, seccompContainer + name), seccomp);
    if (conflict) report(conflict, path().child('securityContext').child('seccompProfile'), errors);
  }
  // The field exists since 1.30.
  if (pod.spec.os?.name === 'windows' || pod.context.minor < 30) return;
  const conflict = appArmorConflict(annotation(annotations, appArmorContainer + name), container, pod);
  if (conflict) report(conflict, path().child('securityContext').child('appArmorProfile'), errors);
}

/** The field of a profile that an annotation contradicts. */
type Conflict = 'type' | 'localhostProfile' | undefined;

function report(conflict: Conflict, path: FieldPath, errors: FieldErrors): void {
  if (conflict === undefined) return;
  errors.forbidden('annotations/profile-conflict', path.child(conflict), 'must be the same as the annotation says');
}

/** validateSeccompAnnotationsAndFieldsMatch */
function seccompConflict(text: string | undefined, profile: SeccompProfile): Conflict {
  if (text === undefined) return undefined;
  if (profile.type === 'RuntimeDefault') return isRuntimeDefault(text) ? undefined : 'type';
  return profileConflict(text, profile);
}

function appArmorConflict(text: string | undefined, container: Container, pod: PodRules): Conflict {
  if (text === undefined) return undefined;
  const own = container.securityContext?.appArmorProfile;
  // applyAppArmorVersionSkew: in a Pod, a container without the field gets it from the annotation, if that is sound.
  if (!own && pod.kind === 'pod' && isSoundAppArmor(text)) return undefined;
  const profile = own ?? pod.spec.securityContext?.appArmorProfile;
  if (!profile) return undefined;
  if (profile.type === 'RuntimeDefault') return text === 'runtime/default' ? undefined : 'type';
  return profileConflict(text, profile);
}

function profileConflict(text: string, profile: AppArmorProfile | SeccompProfile): Conflict {
  if (profile.type === 'Unconfined') return text === 'unconfined' ? undefined : 'type';
  if (profile.type !== 'Localhost') return undefined;
  if (!text.startsWith(localhost)) return 'type';
  const isSame = isGiven(profile.localhostProfile) && text === localhost + profile.localhostProfile;
  return isSame ? undefined : 'localhostProfile';
}

function isSoundAppArmor(text: string): boolean {
  if (text === 'runtime/default' || text === 'unconfined') return true;
  return text.startsWith(localhost) && isAppArmorName(text.slice(localhost.length));
}

function isRuntimeDefault(profile: string): boolean {
  return profile === 'runtime/default' || profile === 'docker/default';
}

function annotation(annotations: Annotations, key: string): string | undefined {
  return Object.hasOwn(annotations, key) ? (annotations[key] ?? '') : undefined;
}
