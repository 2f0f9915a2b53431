import type { CheckReport, CheckSummary, Finding, Place, Severity, UncheckedObject } from '../findings/finding';
import { isStanding } from '../findings/weight';
import type { SetObject } from '../graph/set-object';
import { locate, type Position } from '../manifests/locate';
import type { ManifestDocument } from '../manifests/manifest-document';
import type { JudgedFinding } from '../policy/judged-finding';
import type { Target } from '../target/target';
import type { AdmittedSet } from './admit';
import { asWritten } from './as-written';

/** A report, and what it tells with the objects themselves. */
export interface CheckedSet {
  readonly report: CheckReport;
  /** In the order of the report. */
  readonly findings: readonly JudgedFinding[];
}

/** Places findings in their files and puts them in order: as the documents stand, each from its top. */
export function reportOf(
  documents: readonly ManifestDocument[],
  findings: readonly JudgedFinding[],
  unchecked: AdmittedSet['unchecked'],
  target: Target,
): CheckedSet {
  const order = new Map(documents.map((document, index) => [document, index]));
  const documentOf = ({ object }: JudgedFinding): number => order.get(object.document) ?? documents.length;
  // Document by document, since places are looked for in one text after the other.
  const placed = [...findings]
    .sort((a, b) => documentOf(a) - documentOf(b))
    .map((judged) => ({ judged, finding: findingOf(judged), document: documentOf(judged) }));
  placed.sort((a, b) => a.document - b.document || compareFindings(a.finding, b.finding));
  const inOrder = placed.map(({ finding }) => finding);
  const report: CheckReport = {
    version: 1,
    kubernetes: target.kubernetes,
    summary: summaryOf(documents.length, inOrder, unchecked.length),
    findings: inOrder,
    unchecked: unchecked.map(({ object, reason }) => uncheckedOf(object, reason)),
  };
  return { report, findings: placed.map(({ judged }) => judged) };
}

function findingOf(judged: JudgedFinding): Finding {
  const { rule, message, fix, severity, object, field, related, position, waived } = judged;
  const place = placeOf(object, field, position);
  const told = rule === 'decode/type' ? asWritten(message, object.document, place) : message;
  return {
    ...{ rule, class: judged.class, severity, message: told, fix },
    ...place,
    ...(related.length === 0 ? {} : { related: related.map((one) => placeOf(one.object, one.field)) }),
    ...(waived === undefined ? {} : { waived }),
  };
}

function placeOf(object: SetObject<object>, field: string, position?: Position): Place {
  const { document, prefix, ref } = object;
  const { file, construct } = document;
  const at = position ?? locate(document, `${prefix}${field}`);
  return {
    object: ref,
    field,
    ...(file === undefined ? {} : { file }),
    ...at,
    ...(construct === undefined ? {} : { construct }),
  };
}

function uncheckedOf(object: SetObject<object>, reason: string): UncheckedObject {
  const { document, ref } = object;
  const { file, construct } = document;
  return {
    object: ref,
    ...(file === undefined ? {} : { file }),
    ...locate(document, object.prefix),
    ...(construct === undefined ? {} : { construct }),
    reason,
  };
}

/** By bytes and numbers, so that no locale has a say. */
function compareFindings(a: Finding, b: Finding): number {
  return (
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareTexts(a.field, b.field) ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.message, b.message)
  );
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Counts a report anew. */
export function summaryOf(documents: number, findings: readonly Finding[], unchecked: number): CheckSummary {
  const standing = findings.filter(isStanding);
  const count = (severity: Severity): number => standing.filter((one) => one.severity === severity).length;
  return {
    ...{ documents, errors: count('error'), warnings: count('warning'), notes: count('note') },
    ...{ waived: findings.length - standing.length, unchecked },
  };
}
