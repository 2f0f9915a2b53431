import type { FieldPath } from '../../findings/field-path';
import type { PodAffinity, PodAffinityTerm } from '../../kubernetes/api';
import type { Labels } from '../../kubernetes/label-selectors';
import { dns1123LabelProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateLabelKey, validateLabelSelector } from '../labels';
import { validateWeight } from './affinity-weight';
import { validateLabelKeys, withLabelKeys } from './label-keys';

/** validatePodAffinity and validatePodAntiAffinity */
export function validatePodAffinity(
  affinity: PodAffinity,
  labels: Labels | undefined,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const required = affinity.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  for (const [position, term] of required.entries()) {
    const at = path.child('requiredDuringSchedulingIgnoredDuringExecution').index(position);
    validateTerm(term ?? {}, labels, at, context, errors);
  }
  const preferred = affinity.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  for (const [position, term] of preferred.entries()) {
    const at = path.child('preferredDuringSchedulingIgnoredDuringExecution').index(position);
    validateWeight(term?.weight, at, errors);
    validateTerm(term?.podAffinityTerm ?? {}, labels, at.child('podAffinityTerm'), context, errors);
  }
}

/** validatePodAffinityTerm */
function validateTerm(
  term: PodAffinityTerm,
  labels: Labels | undefined,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  let selector = term.labelSelector;
  // MatchLabelKeysInPodAffinity: on since 1.31
  if (context.minor >= 31) {
    selector = withLabelKeys(selector, term.matchLabelKeys, term.mismatchLabelKeys, labels);
    validateLabelKeys(term.matchLabelKeys, term.mismatchLabelKeys, selector, path, errors);
  }
  validateLabelSelector(selector, path.child('labelSelector'), {}, errors);
  validateLabelSelector(term.namespaceSelector, path.child('namespaceSelector'), {}, errors);
  for (const entry of term.namespaces ?? []) {
    const namespace = entry ?? '';
    for (const problem of dns1123LabelProblems(namespace)) {
      errors.invalid('pod/affinity-namespace', path.child('namespace'), namespace, problem);
    }
  }
  const topologyKey = term.topologyKey ?? '';
  if (topologyKey === '') errors.required('pod/topology-key', path.child('topologyKey'), 'must not be empty');
  validateLabelKey(topologyKey, path.child('topologyKey'), errors);
}
