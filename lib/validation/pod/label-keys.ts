import type { FieldPath } from '../../findings/field-path';
import type { LabelSelector, LabelSelectorRequirement } from '../../kubernetes/api';
import type { Labels } from '../../kubernetes/label-selectors';
import type { FieldErrors } from '../field-errors';
import { validateLabelKey } from '../labels';

type Keys = readonly (string | null | undefined)[] | null | undefined;

/**
 * The selector with what `matchLabelKeys` and `mismatchLabelKeys` stand for: the values that the pod itself has. The server writes it into a Pod
 * before it validates; in a template the values are not known yet. Follows applyLabelKeysToLabelSelector.
 *
 * @param labels those of a Pod, undefined for a template
 */
export function withLabelKeys(
  selector: LabelSelector | null | undefined,
  matchLabelKeys: Keys,
  mismatchLabelKeys: Keys,
  labels: Labels | undefined,
): LabelSelector | null | undefined {
  if (selector == null || labels === undefined) return selector;
  const expressions = [
    ...expressionsFor(matchLabelKeys, 'In', labels),
    ...expressionsFor(mismatchLabelKeys, 'NotIn', labels),
  ];
  if (expressions.length === 0) return selector;
  return { ...selector, matchExpressions: [...(selector.matchExpressions ?? []), ...expressions] };
}

function expressionsFor(keys: Keys, operator: 'In' | 'NotIn', labels: Labels): readonly LabelSelectorRequirement[] {
  return (keys ?? []).flatMap((entry) => {
    const key = entry ?? '';
    return Object.hasOwn(labels, key) ? [{ key, operator, values: [labels[key] ?? ''] }] : [];
  });
}

/** ValidateMatchLabelKeysAndMismatchLabelKeys, of a selector that holds the values already; `path` is that of the term. */
export function validateLabelKeys(
  matchLabelKeys: Keys,
  mismatchLabelKeys: Keys,
  selector: LabelSelector | null | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const rule = 'pod/match-label-keys';
  validateKeys(matchLabelKeys, selector, path.child('matchLabelKeys'), errors);
  validateKeys(mismatchLabelKeys, selector, path.child('mismatchLabelKeys'), errors);
  if (matchLabelKeys == null || matchLabelKeys.length === 0) return;
  const keys = matchLabelKeys.map((key) => key ?? '');
  const positions = new Map(keys.map((key, position) => [key, position]));
  const others = new Set(mismatchLabelKeys?.map((key) => key ?? ''));
  const selected = new Set(Object.keys(selector?.matchLabels ?? {}));
  for (const expression of selector?.matchExpressions ?? []) {
    const key = expression?.key ?? '';
    const position = positions.get(key);
    // the server leaves out the name of the list
    if (position !== undefined && selected.has(key)) {
      errors.invalid(rule, path.index(position), key, 'is both in matchLabelKeys and in labelSelector');
    }
    selected.add(key);
  }
  for (const [position, key] of keys.entries()) {
    if (!others.has(key)) continue;
    const detail = 'is both in matchLabelKeys and in mismatchLabelKeys';
    errors.invalid(rule, path.child('matchLabelKeys').index(position), key, detail);
  }
}

/** validateLabelKeys */
function validateKeys(
  keys: Keys,
  selector: LabelSelector | null | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (keys == null || keys.length === 0) return;
  if (selector == null) {
    errors.forbidden('pod/match-label-keys', path, 'needs a labelSelector');
    return;
  }
  for (const [position, key] of keys.entries()) validateLabelKey(key ?? '', path.index(position), errors);
}

/** ValidateMatchLabelKeysInTopologySpread: the older form, which asks no more of a selector than that it names other keys. */
export function validateMatchLabelKeys(
  keys: Keys,
  selector: LabelSelector | null | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (keys == null || keys.length === 0) return;
  if (selector == null) errors.forbidden('pod/match-label-keys', path, 'needs a labelSelector');
  const selected = new Set(Object.keys(selector?.matchLabels ?? {}));
  for (const expression of selector?.matchExpressions ?? []) selected.add(expression?.key ?? '');
  for (const [position, entry] of keys.entries()) {
    const key = entry ?? '';
    validateLabelKey(key, path.index(position), errors);
    if (selected.has(key)) {
      errors.invalid('pod/match-label-keys', path.index(position), key, 'is in labelSelector already');
    }
  }
}
