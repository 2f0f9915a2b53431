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

type Operator = 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';

interface Requirement {
  readonly key: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

const matchesNothing: LabelMatcher = { isEmpty: false, matches: () => false };
const noRequirements: readonly Requirement[] = [];

/**
 * The matcher of a selector; an absent selector matches nothing, an empty one everything.
 *
 * @returns undefined where the selector is malformed. Follows metav1.LabelSelectorAsSelector.
 */
export function labelSelectorMatcher(selector: LabelSelector | null | undefined): LabelMatcher | undefined {
  if (selector == null) return matchesNothing;
  const { matchLabels, matchExpressions } = selector;
  if (matchLabels != null && !areSound(matchLabels)) return undefined;
  const requirements = matchExpressions == null ? noRequirements : readRequirements(matchExpressions);
  return requirements === undefined ? undefined : new SelectorMatcher(matchLabels ?? {}, requirements);
}

class SelectorMatcher implements LabelMatcher {
  readonly isEmpty: boolean;
  private readonly labels: Labels;
  private readonly requirements: readonly Requirement[];

  constructor(labels: Labels, requirements: readonly Requirement[]) {
    this.labels = labels;
    this.requirements = requirements;
    this.isEmpty = requirements.length === 0 && Object.keys(labels).length === 0;
  }

  matches(labels: Labels | null | undefined): boolean {
    const given = labels ?? {};
    for (const key in this.labels) {
      if (!Object.hasOwn(given, key) || (given[key] ?? '') !== (this.labels[key] ?? '')) return false;
    }
    return this.requirements.every((requirement) => holds(requirement, given));
  }
}

function areSound(labels: Labels): boolean {
  for (const key in labels) {
    if (qualifiedNameProblems(key).length > 0 || labelValueProblems(labels[key] ?? '').length > 0) return false;
  }
  return true;
}

function readRequirements(expressions: NonNullable<LabelSelector['matchExpressions']>): Requirement[] | undefined {
  const requirements: Requirement[] = [];
  for (const expression of expressions) {
    const requirement = readRequirement(expression ?? {});
    if (requirement === undefined || !isSound(requirement)) return undefined;
    requirements.push(requirement);
  }
  return requirements;
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
