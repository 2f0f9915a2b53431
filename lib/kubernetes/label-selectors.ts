import type { LabelSelector, LabelSelectorRequirement } from './api';
import { labelValueProblems, qualifiedNameProblems } from './names';

/** Labels as they stand in a manifest: null reads as the empty string. */
export type Labels = Readonly<Record<string, string | null | undefined>>;

/** A label selector that can be asked. */
export interface LabelMatcher {
  /** Whether it asks for nothing, and so matches everything. */
  readonly isEmpty: boolean;
  matches(labels: Labels | null | undefined): boolean;
}

interface Requirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
}

const matchesNothing: LabelMatcher = { isEmpty: false, matches: () => false };

/**
 * The matcher of a selector; an absent selector matches nothing, an empty one everything.
 *
 * @returns undefined where the selector is malformed. Follows metav1.LabelSelectorAsSelector.
 */
export function labelSelectorMatcher(selector: LabelSelector | null | undefined): LabelMatcher | undefined {
  if (selector == null) return matchesNothing;
  const requirements: Requirement[] = [];
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) {
    requirements.push({ key, operator: 'In', values: [value ?? ''] });
  }
  for (const expression of selector.matchExpressions ?? []) {
    const requirement = readRequirement(expression ?? {});
    if (requirement === undefined) return undefined;
    requirements.push(requirement);
  }
  if (!requirements.every(isSound)) return undefined;
  return {
    isEmpty: requirements.length === 0,
    matches: (labels) => requirements.every((requirement) => holds(requirement, labels ?? {})),
  };
}

function readRequirement(expression: LabelSelectorRequirement): Requirement | undefined {
  const { operator } = expression;
  const values = (expression.values ?? []).map((value) => value ?? '');
  const key = expression.key ?? '';
  switch (operator) {
    case 'In':
    case 'NotIn':
      return values.length === 0 ? undefined : { key, operator, values };
    case 'Exists':
    case 'DoesNotExist':
      return values.length > 0 ? undefined : { key, operator, values };
    default:
      return undefined;
  }
}

function isSound({ key, values }: Requirement): boolean {
  if (qualifiedNameProblems(key).length > 0) return false;
  return values.every((value) => labelValueProblems(value).length === 0);
}

function holds({ key, operator, values }: Requirement, labels: Labels): boolean {
  const has = Object.hasOwn(labels, key);
  switch (operator) {
    case 'In':
      return has && values.includes(labels[key] ?? '');
    case 'NotIn':
      return !has || !values.includes(labels[key] ?? '');
    case 'Exists':
      return has;
    case 'DoesNotExist':
      return !has;
  }
}
