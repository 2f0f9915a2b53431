import { styleText } from 'node:util';
import type { CheckReport, Finding, Severity, UncheckedObject } from '../findings/finding';
import type { ReportContext } from './reporter';
import { isStanding } from '../findings/weight';
import { counted, fieldName, groupBy, placeName, summaryText, visible, waiverText } from './wording';

type Style = Parameters<typeof styleText>[0];

const styleOf: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', note: 'cyan' };

/** For people: by application, each finding with its place first, so that editors and terminals link it. */
export function text(report: CheckReport, context: ReportContext): string {
  const paint = (style: Style, shown: string): string =>
    context.colours ? styleText(style, shown, { validateStream: false }) : shown;
  const applications = groupBy(report.findings.filter(isStanding), context.applicationOf);
  const sections = [
    ...Array.from(applications, ([application, findings]) =>
      [paint('bold', visible(application)), ...findings.flatMap((finding) => findingLines(finding, paint))].join('\n'),
    ),
    ...section(paint('bold', 'Waived'), report.findings.flatMap(waivedLines)),
    ...section(paint('bold', 'Unchecked'), uncheckedLines(report.unchecked)),
    `${summaryText(report.summary, report.kubernetes)}.`,
  ];
  return `${sections.join('\n\n')}\n`;
}

function findingLines(finding: Finding, paint: (style: Style, shown: string) => string): string[] {
  const { rule, severity, message, fix, related = [] } = finding;
  const place = visible(placeName(finding));
  return [
    `${place}: ${paint(styleOf[severity], severity)} ${visible(rule)} (${finding.class})`,
    `  ${visible(`${fieldName(finding)}: ${message}`)}`,
    `  fix: ${visible(fix)}`,
    ...related.map((other) => `  see: ${visible(`${placeName(other)} ${fieldName(other)}`)}`),
  ];
}

function waivedLines(finding: Finding): string[] {
  const { waived, rule } = finding;
  if (waived === undefined) return [];
  return [`${visible(placeName(finding))}: ${visible(`${rule}, ${fieldName(finding)}: ${waiverText(waived)}`)}`];
}

/** One line for each kind: there may be thousands of objects of one. */
function uncheckedLines(unchecked: readonly UncheckedObject[]): string[] {
  const kinds = groupBy(unchecked, ({ object }) => `${object.apiVersion} ${object.kind}`);
  return Array.from(kinds.values(), (objects) => {
    const [first] = objects as [UncheckedObject];
    const more = objects.length === 1 ? '' : ` (${counted(objects.length, 'object')})`;
    return `${visible(placeName(first))}: ${visible(first.reason)}${more}`;
  });
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [[title, ...lines].join('\n')];
}
