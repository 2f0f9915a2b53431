/** Lets a finding pass until a day, in somebody's name. */
export interface Waiver {
  /** The id of one rule, `exposure/host-port`. What the API server refuses cannot be waived. */
  readonly rule: string;
  /** Why it may pass. */
  readonly reason: string;
  /** Who answers for it: a team or a person. */
  readonly owner: string;
  /** The last day that it holds, `2027-03-31`. */
  readonly expires: string;
  /** Where it is talked about. @default - nowhere */
  readonly ticket?: string;
}

/** What the annotations that hold waivers begin with; the id of the rule follows, with a dot for its stroke. */
export const waiverAnnotation = 'waive.cdk8s-exposed-app/';

/** The annotation that waives a rule for its object. */
export function annotationOfWaiver({ rule, ...terms }: Waiver): readonly [key: string, value: string] {
  return [waiverAnnotation + rule.replace('/', '.'), JSON.stringify(terms)];
}

/** The id of the rule that an annotation waives; undefined where it is none of ours. */
export function ruleOfAnnotation(key: string): string | undefined {
  return key.startsWith(waiverAnnotation) ? key.slice(waiverAnnotation.length).replace('.', '/') : undefined;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day of the calendar. */
export function isDay(text: string): boolean {
  if (!day.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** What is wrong with the terms of a waiver, whoever wrote it; empty when all is well. */
export function waiverProblems(waiver: Readonly<Record<string, unknown>>): string[] {
  const missing = ['reason', 'owner', 'expires'].filter(
    (name) => typeof waiver[name] !== 'string' || waiver[name] === '',
  );
  if (missing.length > 0) return [`a waiver needs ${missing.join(' and ')}`];
  const problems: string[] = [];
  if (!isDay(String(waiver['expires']))) {
    problems.push(`expires is '${String(waiver['expires'])}', which is no day: write it as 2027-03-31`);
  }
  if (waiver['ticket'] !== undefined && typeof waiver['ticket'] !== 'string') problems.push('ticket is not a text');
  return problems;
}
