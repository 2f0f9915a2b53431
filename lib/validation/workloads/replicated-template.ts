import type { FieldPath } from '../../findings/field-path';
import type { LabelSelector, PodTemplateSpec } from '../../kubernetes/api';
import type { LabelMatcher } from '../../kubernetes/label-selectors';
import { labelSelectorMatcher } from '../../kubernetes/label-selectors';
import type { FieldErrors } from '../field-errors';
import { validateLabelSelector } from '../labels';

/**
 * The selector of a workload: there, sound and not empty.
 *
 * @returns what it selects, undefined where it is malformed
 */
export function validateWorkloadSelector(
  selector: LabelSelector | null | undefined,
  path: FieldPath,
  errors: FieldErrors,
): LabelMatcher | undefined {
  if (selector == null) errors.required('workload/selector', path, '');
  else {
    validateLabelSelector(selector, path, {}, errors);
    validateNotEmpty(selector, path, errors);
  }
  const matcher = labelSelectorMatcher(selector);
  if (matcher === undefined) errors.invalid('workload/selector', path, selector, 'must be a well formed selector');
  return matcher;
}

/** A selector that asks for nothing would select every pod of the namespace. */
export function validateNotEmpty(selector: LabelSelector, path: FieldPath, errors: FieldErrors): void {
  const labels = Object.keys(selector.matchLabels ?? {}).length;
  if (labels + (selector.matchExpressions ?? []).length > 0) return;
  errors.invalid('workload/selector', path, selector, 'must not be empty: it would select every pod');
}

/** The labels of the template match the selector, which selects nothing where it is absent. */
export function validateTemplateMatches(
  matcher: LabelMatcher,
  template: PodTemplateSpec,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const labels = template.metadata?.labels;
  if (matcher.isEmpty || matcher.matches(labels)) return;
  const detail = 'the labels of the template do not match the selector';
  errors.invalid('workload/selector-match', path.child('metadata').child('labels'), labels ?? {}, detail);
}

/** Pods that are to run for good always restart, and have no deadline. */
export function validateRunsForGood(template: PodTemplateSpec, path: FieldPath, errors: FieldErrors): void {
  const spec = template.spec ?? {};
  const policy = spec.restartPolicy ?? '';
  if (policy !== '' && policy !== 'Always') {
    errors.notSupported('workload/restart-policy', path.child('spec').child('restartPolicy'), policy, ['Always']);
  }
  if (spec.activeDeadlineSeconds != null) {
    const at = path.child('spec').child('activeDeadlineSeconds');
    errors.forbidden('workload/active-deadline', at, 'is for Pods and the templates of Jobs');
  }
}
