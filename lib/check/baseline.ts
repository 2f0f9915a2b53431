import type { Finding } from '../findings/finding';
import { isStanding } from '../findings/weight';
import { policyRules } from '../policy/own-rules';
import { summaryOf, type CheckedSet } from './report';

/** Findings that were there already, by what stays the same while their problem stays: rule, object and field. */
export interface Baseline {
  readonly version: 1;
  readonly findings: readonly BaselineEntry[];
}

export interface BaselineEntry {
  readonly rule: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly field: string;
  /** How many of them. @default 1 */
  readonly count?: number;
}

/** The findings of a check as a baseline, in an order that does not depend on where they stand. Waived ones need none. */
export function baselineOf({ report }: CheckedSet): Baseline {
  const counts = new Map<string, number>();
  for (const finding of report.findings) {
    if (isStanding(finding)) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  }
  const entries = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => entryOf(key, count));
  return { version: 1, findings: entries };
}

/** The text of a baseline file. */
export function printBaseline(baseline: Baseline): string {
  return `${JSON.stringify(baseline, null, 2)}\n`;
}

/**
 * Reads a baseline.
 *
 * @param file its name, for messages
 * @throws Error where it is none
 */
export function parseBaseline(text: string, file: string): Baseline {
  const isEntry = (entry: unknown): boolean =>
    typeof entry === 'object' &&
    entry !== null &&
    ['rule', 'kind', 'name', 'field'].every((name) => typeof (entry as Record<string, unknown>)[name] === 'string');
  try {
    const read = JSON.parse(text) as Partial<Baseline> | null;
    if (read?.version === 1 && Array.isArray(read.findings) && read.findings.every(isEntry)) return read as Baseline;
  } catch {
    // Said below, as of anything else that is no baseline.
  }
  throw new Error(`${file} is no baseline. Write one with --write-baseline ${file}.`);
}

/** Leaves out what the baseline holds, and tells what it holds without need. */
export function sinceBaseline({ report, findings }: CheckedSet, baseline: Baseline, file: string): CheckedSet {
  const left = new Map(baseline.findings.map((entry) => [keyOfEntry(entry), entry.count ?? 1]));
  const isNew = report.findings.map((finding) => {
    const count = isStanding(finding) ? (left.get(keyOf(finding)) ?? 0) : 0;
    if (count > 0) left.set(keyOf(finding), count - 1);
    return count === 0;
  });
  const unneeded = baseline.findings.filter((entry) => (left.get(keyOfEntry(entry)) ?? 0) > 0);
  const kept = report.findings.filter((_, position) => isNew[position]);
  const all = [...kept, ...unneeded.map((entry) => unneededFinding(entry, file))];
  return {
    report: { ...report, findings: all, summary: summaryOf(report.summary.documents, all, report.unchecked.length) },
    findings: findings.filter((_, position) => isNew[position]),
  };
}

function unneededFinding({ rule, kind, namespace, name, field }: BaselineEntry, file: string): Finding {
  const id = 'policy/baseline-unneeded';
  const { severity, fix } = policyRules[id];
  const object = { apiVersion: '', kind, ...(namespace === undefined ? {} : { namespace }), name };
  const message = `${rule} finds nothing here any longer`;
  return { rule: id, class: 'risky', severity, message, fix, object, field, file };
}

function keyOf({ rule, object: { kind, namespace, name }, field }: Finding): string {
  return JSON.stringify([rule, kind, namespace ?? null, name, field]);
}

function keyOfEntry({ rule, kind, namespace, name, field }: BaselineEntry): string {
  return JSON.stringify([rule, kind, namespace ?? null, name, field]);
}

function entryOf(key: string, count: number): BaselineEntry {
  const [rule, kind, namespace, name, field] = JSON.parse(key) as [string, string, string | null, string, string];
  return { rule, kind, ...(namespace === null ? {} : { namespace }), name, field, ...(count === 1 ? {} : { count }) };
}
