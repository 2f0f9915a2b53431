import type { FieldPath } from '../../findings/field-path';
import type { AppArmorProfile, Container, SeccompProfile } from '../../kubernetes/api';
import type { FieldErrors } from '../field-errors';
import { visitContainers } from './every-container';
import { isGiven } from './given';
import type { PodRules } from './pod-rules';
import { isAppArmorName } from './security-profiles';

export const profileConflictRules = {
  'annotations/profile-conflict': 'Where annotation and field both name a profile, they name the same.',
} as const;

/** The keys of annotations that name profiles; those of containers go on with the name of the container. */
export const seccompPod = 'seccomp.security.alpha.kubernetes.io/pod';
export const seccompContainer = 'container.seccomp.security.alpha.kubernetes.io/';
export const appArmorContainer = 'container.apparmor.security.beta.kubernetes.io/';
/** What the text of a local profile begins with. */
export const localhost = 'localhost/';

type Annotations = NonNullable<PodRules['annotations']>;

/** That annotations and fields agree (validateSeccompAnnotationsAndFields, validateAppArmorAnnotationsAndFieldsMatchOnCreate). */
export function validateProfileConflicts(pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const { spec } = pod;
  const annotations = syncedAnnotations(pod);
  if (!annotations) return;
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

/** Two texts stand for the profile of the runtime. */
export function isRuntimeDefault(profile: string): boolean {
  return profile === 'runtime/default' || profile === 'docker/default';
}

function annotation(annotations: Annotations, key: string): string | undefined {
  return Object.hasOwn(annotations, key) ? (annotations[key] ?? '') : undefined;
}

/** The annotations after servers from 1.30 to 1.33 have added to those of a Pod what its fields say: containers may share a name (applyAppArmorVersionSkew). */
function syncedAnnotations(pod: PodRules): PodRules['annotations'] {
  const { annotations, context, kind, spec } = pod;
  if (kind === 'template' || context.minor < 30 || context.minor > 33) return annotations;
  const ofPod = spec.securityContext?.appArmorProfile;
  const added: Record<string, string> = {};
  for (const list of [spec.initContainers, spec.containers, spec.ephemeralContainers]) {
    for (const container of list ?? []) {
      const text = annotationOf(container?.securityContext?.appArmorProfile ?? ofPod);
      const key = appArmorContainer + (container?.name ?? '');
      if (text !== undefined && !Object.hasOwn(added, key)) added[key] = text;
    }
  }
  return { ...added, ...annotations };
}

function annotationOf(profile: AppArmorProfile | null | undefined): string | undefined {
  if (profile?.type === 'RuntimeDefault') return 'runtime/default';
  if (profile?.type === 'Unconfined') return 'unconfined';
  if (profile?.type !== 'Localhost' || !isGiven(profile.localhostProfile)) return undefined;
  return localhost + profile.localhostProfile;
}
