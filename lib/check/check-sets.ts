import { checkSet, type CheckOptions } from '../check';
import type { CheckReport } from '../findings/finding';
import { addTo } from '../graph/add-to';
import { parseKubernetesVersion } from '../kubernetes/versions';
import type { ManifestDocument } from '../manifests/manifest-document';
import type { NamedTarget } from '../policy/configuration/configuration';
import type { Target } from '../target/target';
import { summaryOf, type CheckedSet } from './report';

/**
 * Checks documents by the targets that receive them: a set is what one target receives, and findings never cross sets.
 *
 * @param targets with their folders written as the files of the documents are
 */
export function checkSets(
  documents: readonly ManifestDocument[],
  targets: readonly NamedTarget[],
  options: CheckOptions,
): CheckedSet {
  const sets = new Map<Target | undefined, ManifestDocument[]>();
  for (const document of documents) {
    addTo(sets, targetOfFile(document.file, targets), document);
  }
  return checkEach(
    [...sets].map(([target, set]) => ({ target: target ?? options.target, documents: set })),
    options,
  );
}

/** One set, and the target that receives it. */
export interface TargetedSet {
  /** @default - a cluster of which nothing special is known */
  readonly target: Target | undefined;
  readonly documents: readonly ManifestDocument[];
}

/** Checks each set for itself, and tells all findings in one report. */
export function checkEach(sets: readonly TargetedSet[], options: CheckOptions): CheckedSet {
  const checked = sets.map(({ target, documents }) =>
    checkSet(documents, target === undefined ? options : { ...options, target }),
  );
  const [first, ...others] = checked;
  if (first === undefined) return checkSet([], options);
  return others.length === 0 ? first : aboutPolicyOnce(others.reduce(merged, first), checked.length);
}

/**
 * What is wrong with the policy itself is found in each set: it is told once, and a waiver is unused only where no set has a use for it.
 */
function aboutPolicyOnce({ report, findings }: CheckedSet, sets: number): CheckedSet {
  const counts = new Map<string, number>();
  const keep = report.findings.map((finding) => {
    if (!finding.rule.startsWith('policy/') || finding.construct !== undefined) return () => true;
    const key = JSON.stringify(finding);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return () => (finding.rule === 'policy/waiver-unused' ? count === sets : count === 1);
  });
  const kept = report.findings.filter((_, position) => keep[position]?.() === true);
  return {
    report: { ...report, findings: kept, summary: summaryOf(report.summary.documents, kept, report.unchecked.length) },
    findings: findings.filter((_, position) => keep[position]?.() === true),
  };
}

/** The target with the folder that the file is in; of several the innermost. */
export function targetOfFile(file: string | undefined, targets: readonly NamedTarget[]): Target | undefined {
  if (file === undefined) return undefined;
  let found: { readonly target: Target; readonly depth: number } | undefined;
  for (const { folders, target } of targets) {
    for (const folder of folders) {
      if (isWithin(file, folder) && folder.length > (found?.depth ?? -1)) found = { target, depth: folder.length };
    }
  }
  return found?.target;
}

/** Whether a file is a folder or lies below it. */
export function isWithin(file: string, folder: string): boolean {
  return folder === '' || folder === '.' || file === folder || file.startsWith(`${folder}/`);
}

function merged(a: CheckedSet, b: CheckedSet): CheckedSet {
  const findings = [...a.report.findings, ...b.report.findings];
  const unchecked = [...a.report.unchecked, ...b.report.unchecked];
  const report: CheckReport = {
    version: 1,
    kubernetes: older(a.report.kubernetes, b.report.kubernetes),
    summary: summaryOf(a.report.summary.documents + b.report.summary.documents, findings, unchecked.length),
    findings,
    unchecked,
  };
  return { report, findings: [...a.findings, ...b.findings] };
}

/** A report names one version: that of the cluster which takes the least. */
function older(a: string, b: string): string {
  return (parseKubernetesVersion(a) ?? 0) <= (parseKubernetesVersion(b) ?? 0) ? a : b;
}
