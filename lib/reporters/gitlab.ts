import type { CheckReport, Finding } from '../findings/finding';
import { fingerprints } from './fingerprint';
import { isStanding } from '../findings/weight';
import { fieldName, placeName, visible } from './wording';

/** For GitLab's code quality: what counts. GitLab has no word for what is waived. */
export function gitlab(report: CheckReport): string {
  const standing = report.findings.filter(isStanding);
  const prints = fingerprints(standing);
  const issues = standing.map((finding, position) => ({
    description: visible(`${fieldName(finding)}: ${finding.message} Fix: ${finding.fix}`),
    check_name: finding.rule,
    fingerprint: prints[position],
    severity: severityOf(finding),
    location: { path: finding.file ?? placeName(finding), lines: { begin: finding.line ?? 1 } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}

function severityOf(finding: Finding): 'blocker' | 'critical' | 'major' | 'minor' {
  if (finding.class === 'refused') return 'blocker';
  if (finding.severity === 'error') return 'critical';
  return finding.severity === 'warning' ? 'major' : 'minor';
}
