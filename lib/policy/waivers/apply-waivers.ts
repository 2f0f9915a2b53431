import { addTo } from '../../graph/add-to';
import type { SetObject } from '../../graph/set-object';
import { nearest } from '../../kubernetes/wording';
import { validationRules } from '../../validation/catalogue';
import type { JudgedFinding } from '../judged-finding';
import type { Policy } from '../policy';
import { annotatedWaivers } from './annotations';
import { findingAbout, waiverOfPolicy, type WrittenWaiver } from './written-waiver';

export interface WaiverTerms {
  readonly policy: Policy;
  /** The day that waivers are judged at. @default - end dates are not judged */
  readonly today: string | undefined;
  /** The ids of all rules that can be waived, and whether the policy asks for them. */
  readonly rules: ReadonlyMap<string, boolean>;
}

/** Lets pass what is waived, and tells what is wrong with waivers. A finding that is waived stays in the report. */
export function applyWaivers(
  findings: readonly JudgedFinding[],
  objects: readonly SetObject[],
  terms: WaiverTerms,
): JudgedFinding[] {
  const annotated = annotatedWaivers(objects);
  const written = [...annotated.waivers, ...(terms.policy.waivers ?? []).map(waiverOfPolicy)];
  const judged = written.map((one) => ({ one, problem: problemOf(one, terms) }));
  const holding = new WaiversByRule(judged.filter(({ problem }) => problem === undefined).map(({ one }) => one));
  const passed = findings.map((finding) => holding.waive(finding));
  return [
    ...passed,
    ...annotated.findings,
    ...judged.flatMap(({ problem }) => problem ?? []),
    // A waiver of a rule that is not asked for may be there for a stricter policy.
    ...holding.unused().flatMap((one) => (terms.rules.get(one.waiver.rule) === true ? [unused(one)] : [])),
  ];
}

/** The waivers that hold, found by the rule that they waive. */
class WaiversByRule {
  private readonly byRule = new Map<string, WrittenWaiver[]>();
  private readonly used = new Set<WrittenWaiver>();

  constructor(waivers: readonly WrittenWaiver[]) {
    for (const one of waivers) addTo(this.byRule, one.waiver.rule, one);
  }

  waive(finding: JudgedFinding): JudgedFinding {
    if (finding.class === 'refused') return finding;
    const found = this.byRule.get(finding.rule)?.find(({ covers }) => covers(finding.object));
    if (found === undefined) return finding;
    this.used.add(found);
    const { owner, reason, expires, ticket } = found.waiver;
    return { ...finding, waived: { owner, reason, expires, ...(ticket === undefined ? {} : { ticket }) } };
  }

  unused(): readonly WrittenWaiver[] {
    return [...this.byRule.values()].flat().filter((one) => !this.used.has(one));
  }
}

function problemOf(one: WrittenWaiver, { policy, today, rules }: WaiverTerms): JudgedFinding | undefined {
  const { rule, expires, owner } = one.waiver;
  if (Object.hasOwn(validationRules, rule)) {
    return findingAbout(
      one,
      'policy/waiver-malformed',
      `the API server refuses what ${rule} finds: no waiver lets it pass`,
    );
  }
  if (!rules.has(rule)) {
    const near = nearest(rule, [...rules.keys()]);
    const meant = near === undefined ? '' : `: '${near}' is meant?`;
    return findingAbout(one, 'policy/waiver-malformed', `there is no rule '${rule}'${meant}`);
  }
  if (today === undefined) return undefined;
  if (expires < today) {
    return findingAbout(one, 'policy/waiver-expired', `the waiver of ${rule} by ${owner} ended on ${expires}`);
  }
  const { longestWaiverDays = 365 } = policy;
  const days = daysBetween(today, expires);
  if (days <= longestWaiverDays) return undefined;
  const message = `the waiver of ${rule} by ${owner} has ${days} days to go, until ${expires}: at most ${longestWaiverDays} are allowed`;
  return findingAbout(one, 'policy/waiver-term', message);
}

function unused(one: WrittenWaiver): JudgedFinding {
  return findingAbout(
    one,
    'policy/waiver-unused',
    `the waiver of ${one.waiver.rule} by ${one.waiver.owner} lets nothing pass`,
  );
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
