import type { CheckReport, Finding, Severity } from '../findings/finding';
import { severities } from '../findings/finding';
import { isStanding } from '../findings/weight';
import { counted, fieldName, summaryText, visible } from './wording';

/** GitHub shows so many annotations of a kind for each step; the others are in the job summary. */
const mostShown = 10;

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/** For GitHub Actions: workflow commands that become annotations of the changed lines. The job summary (`github-summary.ts`) has all of them. */
export function github(report: CheckReport): string {
  const standing = report.findings.filter(isStanding);
  const shown = severities.flatMap((severity) =>
    standing.filter((one) => one.severity === severity).slice(0, mostShown),
  );
  const left = standing.length - shown.length;
  const more =
    left === 0
      ? ''
      : ` ${counted(left, 'more finding')} in the job summary: no more than ${mostShown} of a kind are shown here.`;
  // A line that begins with `::` would be a command.
  return [...shown.map(annotation), `${summaryText(report.summary, report.kubernetes)}.${more}`, ''].join('\n');
}

function annotation(finding: Finding): string {
  const { rule, severity, message, fix, file, line, column } = finding;
  const properties = Object.entries({ file, line, col: column, title: `${rule} (${finding.class})` })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const lines = [visible(`${fieldName(finding)}: ${message}`), visible(`Fix: ${fix}`)];
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(lines.join('\n'))}`;
}

/** As @actions/core escapes the data of a command. */
function escapeData(data: string): string {
  return data.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(value: string): string {
  return escapeData(visible(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
