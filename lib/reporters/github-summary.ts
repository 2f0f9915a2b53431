import type { CheckReport, Finding } from '../findings/finding';
import type { ReportContext } from './reporter';
import { isStanding } from '../findings/weight';
import { counted, fieldName, groupBy, placeName, summaryText, visible, waiverText } from './wording';

/** GitHub refuses a summary of more than 1 MiB. */
const mostBytes = 1_000_000;

/** For the summary of a GitHub Actions job: everything that was found, as Markdown tables by application. */
export function githubSummary(report: CheckReport, context: ReportContext): string {
  const head = ['## exposed-app check', '', `${summaryText(report.summary, report.kubernetes)}.`, ''].join('\n');
  const applications = groupBy(report.findings.filter(isStanding), context.applicationOf);
  const tables = Array.from(applications, ([application, findings]) => [
    ...['', `### ${escapeMarkdown(application)}`, '', '| | place | what | fix |', '| --- | --- | --- | --- |'],
    ...findings.map(row),
  ]);
  const waived = report.findings.filter((finding) => !isStanding(finding)).map(waivedItem);
  const lines = [...tables.flat(), ...(waived.length === 0 ? [] : ['', '### Waived', '', ...waived])];
  return head + withinLimit(lines, mostBytes - head.length);
}

function row(finding: Finding): string {
  const { severity, rule, message, fix } = finding;
  const what = `<code>${escapeMarkdown(rule)}</code><br>${escapeMarkdown(`${fieldName(finding)}: ${message}`)}`;
  return `| ${severity} | ${escapeMarkdown(placeName(finding))} | ${what} | ${escapeMarkdown(fix)} |`;
}

function waivedItem(finding: Finding): string {
  const { waived, rule } = finding;
  return `- ${escapeMarkdown(`${rule}, ${fieldName(finding)}: ${waived === undefined ? '' : waiverText(waived)}`)}`;
}

function withinLimit(lines: readonly string[], limit: number): string {
  let size = 0;
  const fitting = lines.findIndex((line) => (size += Buffer.byteLength(line) + 1) > limit - 200);
  if (fitting === -1) return `${lines.join('\n')}\n`;
  const left = counted(lines.length - fitting, 'more line');
  return `${lines.slice(0, fitting).join('\n')}\n\n${left} would not fit into this summary.\n`;
}

/** Nothing in a manifest makes a table, a link, a mention or an element of HTML. */
function escapeMarkdown(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~@]/g, (found) => `&#${found.charCodeAt(0)};`);
}
