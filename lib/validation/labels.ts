import type { FieldPath } from '../findings/field-path';
import type { LabelSelector, LabelSelectorRequirement } from '../kubernetes/api';
import type { Labels } from '../kubernetes/label-selectors';
import { labelValueProblems, qualifiedNameProblems } from '../kubernetes/names';
import type { FieldErrors } from './field-errors';

export { labelSelectorMatcher } from '../kubernetes/label-selectors';

export const labelRules = {
  'labels/key': 'A label key is a name of at most 63 characters, after an optional DNS subdomain and a slash.',
  'labels/value': 'A label value is empty, or a name of at most 63 characters.',
  'labels/annotation-key': 'An annotation key has the form of a label key, in any case of letters.',
  'labels/annotation-size': 'Keys and values of all annotations of an object take at most 256 KiB.',
  'labels/selector-operator': 'A label selector compares with In, NotIn, Exists or DoesNotExist.',
  'labels/selector-values': 'In and NotIn list values; Exists and DoesNotExist list none.',
} as const;

const annotationBytes = 256 * 1024;

/** What a label selector is let off in some places. */
export interface LabelSelectorLeniency {
  /** Take label values of any form in `matchExpressions`. */
  readonly anyValue?: boolean;
  /** Take operators of any kind. */
  readonly anyOperator?: boolean;
}

/** ValidateLabels: reported at the map, not at its keys. */
export function validateLabels(labels: Labels | null | undefined, path: FieldPath, errors: FieldErrors): void {
  if (labels == null) return;
  for (const key in labels) {
    validateLabelKey(key, path, errors);
    const value = labels[key] ?? '';
    errors.invalidForEach('labels/value', path, value, labelValueProblems(value));
  }
}

/** ValidateLabelName */
export function validateLabelKey(key: string, path: FieldPath, errors: FieldErrors): void {
  errors.invalidForEach('labels/key', path, key, qualifiedNameProblems(key));
}

/** ValidateAnnotations */
export function validateAnnotations(
  annotations: Labels | null | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (annotations == null) return;
  let characters = 0;
  for (const key in annotations) {
    errors.invalidForEach('labels/annotation-key', path, key, qualifiedNameProblems(key.toLowerCase()));
    characters += key.length + (annotations[key] ?? '').length;
  }
  // a character takes three bytes at most
  if (characters * 3 > annotationBytes && bytesOf(annotations) > annotationBytes) {
    errors.tooLong('labels/annotation-size', path, annotationBytes);
  }
}

function bytesOf(annotations: Labels): number {
  let bytes = 0;
  for (const key in annotations) bytes += Buffer.byteLength(key) + Buffer.byteLength(annotations[key] ?? '');
  return bytes;
}

/** ValidateLabelSelector */
export function validateLabelSelector(
  selector: LabelSelector | null | undefined,
  path: FieldPath,
  leniency: LabelSelectorLeniency,
  errors: FieldErrors,
): void {
  if (selector == null) return;
  if (selector.matchLabels != null) validateLabels(selector.matchLabels, path.child('matchLabels'), errors);
  if (selector.matchExpressions == null) return;
  const expressions = path.child('matchExpressions');
  for (const [position, expression] of selector.matchExpressions.entries()) {
    validateLabelSelectorRequirement(expression ?? {}, expressions.index(position), leniency, errors);
  }
}

/** ValidateLabelSelectorRequirement */
export function validateLabelSelectorRequirement(
  requirement: LabelSelectorRequirement,
  path: FieldPath,
  leniency: LabelSelectorLeniency,
  errors: FieldErrors,
): void {
  const values = requirement.values ?? [];
  switch (requirement.operator) {
    case 'In':
    case 'NotIn':
      if (values.length === 0) {
        errors.required('labels/selector-values', path.child('values'), `'${requirement.operator}' needs values`);
      }
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0) {
        errors.forbidden('labels/selector-values', path.child('values'), `'${requirement.operator}' takes no values`);
      }
      break;
    default:
      if (leniency.anyOperator !== true) {
        const allowed = 'must be In, NotIn, Exists or DoesNotExist';
        errors.invalid('labels/selector-operator', path.child('operator'), requirement.operator ?? '', allowed);
      }
  }
  validateLabelKey(requirement.key ?? '', path.child('key'), errors);
  if (leniency.anyValue === true) return;
  for (const [position, value] of values.entries()) {
    const problems = labelValueProblems(value ?? '');
    if (problems.length > 0) {
      errors.invalidForEach('labels/value', path.child('values').index(position), value ?? '', problems);
    }
  }
}
