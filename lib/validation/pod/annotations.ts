import type { FieldPath } from '../../findings/field-path';
import type { ObjectMeta, PodSpec, Toleration } from '../../kubernetes/api';
import type { FieldErrors } from '../field-errors';
import { validateTolerations } from './tolerations';

/** Set by the kubelet on what it runs from a file of its own. */
export const mirrorPodAnnotation = 'kubernetes.io/config.mirror';
const tolerationsAnnotation = 'scheduler.alpha.kubernetes.io/tolerations';
const deletionCostAnnotation = 'controller.kubernetes.io/pod-deletion-cost';

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
  const { key, operator, value: taint, effect, tolerationseconds: seconds } = fields as Record<string, unknown>;
  if (![key, operator, taint, effect].every(isText)) return undefined;
  if (seconds != null && !Number.isInteger(seconds)) return undefined;
  return { key, operator, value: taint, effect, tolerationSeconds: seconds } as Toleration;
}

function isText(value: unknown): boolean {
  return value == null || typeof value === 'string';
}
