import type { FieldPath } from '../../findings/field-path';
import type { AppArmorProfile, ObjectMeta, PodSpec, Toleration } from '../../kubernetes/api';
import { qualifiedNameProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { visitContainers } from './every-container';
import { validateTolerations } from './tolerations';

/** Set by the kubelet on what it runs from a file of its own. */
export const mirrorPodAnnotation = 'kubernetes.io/config.mirror';
const tolerationsAnnotation = 'scheduler.alpha.kubernetes.io/tolerations';
const deletionCostAnnotation = 'controller.kubernetes.io/pod-deletion-cost';
const appArmorAnnotation = 'container.apparmor.security.beta.kubernetes.io/';

/** ValidatePodSpecificAnnotations but for those of AppArmor and seccomp. */
export function validatePodAnnotations(
  annotations: ObjectMeta['annotations'],
  spec: PodSpec,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (annotations == null) return;
  if (Object.hasOwn(annotations, mirrorPodAnnotation) && (spec.nodeName ?? '') === '') {
    const value = annotations[mirrorPodAnnotation] ?? '';
    errors.invalid('pod/mirror-annotation', path.key(mirrorPodAnnotation), value, 'a mirror pod has spec.nodeName');
  }
  if (Object.hasOwn(annotations, deletionCostAnnotation)) {
    const cost = annotations[deletionCostAnnotation] ?? '';
    if (!isDeletionCost(cost)) {
      errors.invalid('pod/deletion-cost', path.key(deletionCostAnnotation), cost, 'must be a 32 bit integer');
    }
  }
  const tolerations = annotations[tolerationsAnnotation] ?? '';
  if (tolerations !== '') validateTolerationsAnnotation(tolerations, path, errors);
}

/**
 * The annotations that servers from 1.30 to 1.33 write for the AppArmor fields of a Pod, before they validate it: an unsound container name makes an
 * unsound key. Follows applyAppArmorVersionSkew.
 */
export function validateAppArmorSync(
  annotations: ObjectMeta['annotations'],
  spec: PodSpec,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  if (context.minor < 30 || context.minor >= 34 || spec.os?.name === 'windows') return;
  visitContainers(spec, path, (container) => {
    const profile = container.securityContext?.appArmorProfile ?? spec.securityContext?.appArmorProfile;
    const key = appArmorAnnotation + (container.name ?? '');
    if (!hasAnnotationForm(profile) || Object.hasOwn(annotations ?? {}, key)) return;
    for (const problem of qualifiedNameProblems(key.toLowerCase()))
      errors.invalid('labels/annotation-key', path, key, problem);
  });
}

function hasAnnotationForm(profile: AppArmorProfile | null | undefined): boolean {
  if (profile?.type === 'Localhost') return profile.localhostProfile != null;
  return profile?.type === 'RuntimeDefault' || profile?.type === 'Unconfined';
}

/** GetDeletionCostFromPodAnnotations */
function isDeletionCost(text: string): boolean {
  if (!/^(?:0|[1-9]\d*|-\d+)$/.test(text)) return false;
  const value = Number(text);
  return value >= -(2 ** 31) && value < 2 ** 31;
}

/** ValidateTolerationsInPodAnnotations */
function validateTolerationsAnnotation(text: string, path: FieldPath, errors: FieldErrors): void {
  const tolerations = readTolerations(text);
  if (tolerations !== undefined) {
    validateTolerations(tolerations, path.child(tolerationsAnnotation), errors);
    return;
  }
  errors.invalid(
    'pod/tolerations-annotation',
    path,
    text,
    `${tolerationsAnnotation} must be a JSON list of tolerations`,
  );
}

function readTolerations(text: string): readonly Toleration[] | undefined {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (list === null) return [];
  if (!Array.isArray(list)) return undefined;
  const tolerations = list.map((entry) => readToleration(entry));
  return tolerations.every((toleration) => toleration !== undefined) ? tolerations : undefined;
}

/** The server reads these fields in any case of letters. */
function readToleration(value: unknown): Toleration | undefined {
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  const fields: Record<string, unknown> = {};
  for (const [field, content] of Object.entries(value ?? {})) fields[field.toLowerCase()] = content;
  const { key, operator, value: taint, effect, tolerationseconds: seconds } = fields;
  if (![key, operator, taint, effect].every(isText)) return undefined;
  if (seconds != null && !Number.isInteger(seconds)) return undefined;
  return { key, operator, value: taint, effect, tolerationSeconds: seconds } as Toleration;
}

function isText(value: unknown): boolean {
  return value == null || typeof value === 'string';
}
