import type { CheckReport, Finding, UncheckedObject } from '../findings/finding';
import type { ReportContext } from './reporter';
import { isStanding, weighsAtLeast } from '../findings/weight';
import { fieldName, groupBy, objectName, placeName, summaryText, visible, waiverText } from './wording';

/** For test reports: a suite for each application, and in it a test case for each rule and object that something was found of. */
export function junit(report: CheckReport, context: ReportContext): string {
  const applications = groupBy(report.findings, context.applicationOf);
  const suites = [
    suite('documents', [
      `    <testcase${attributes({ classname: 'check', name: summaryText(report.summary, report.kubernetes) })}/>`,
    ]),
    ...Array.from(applications, ([application, findings]) => suite(application, casesOf(findings, context))),
    ...(report.unchecked.length === 0 ? [] : [suite('unchecked', report.unchecked.map(uncheckedCase))]),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="exposed-app check">',
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(name: string, cases: readonly string[]): string {
  const count = (mark: string): number => cases.filter((one) => one.includes(mark)).length;
  const counts = { tests: cases.length, failures: count('<failure '), errors: 0, skipped: count('<skipped ') };
  return [`  <testsuite${attributes({ name, ...counts })}>`, ...cases, '  </testsuite>'].join('\n');
}

function casesOf(findings: readonly Finding[], context: ReportContext): string[] {
  const cases = groupBy(findings, ({ rule, object, file }) => JSON.stringify([rule, object, file]));
  return Array.from(cases.values(), (group) => testCase(group, context));
}

function testCase(findings: readonly Finding[], { failOn }: ReportContext): string {
  const [first] = findings as [Finding];
  const { rule, object, file, line } = first;
  const place = { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
  const open = `    <testcase${attributes({ classname: objectName(object), name: rule, ...place })}>`;
  return [open, `      ${outcomeOf(findings, failOn)}`, '    </testcase>'].join('\n');
}

function outcomeOf(findings: readonly Finding[], failOn: ReportContext['failOn']): string {
  const [first] = findings as [Finding];
  const standing = findings.filter(isStanding);
  if (standing.length === 0 && first.waived !== undefined) {
    return `<skipped${attributes({ message: waiverText(first.waived) })}/>`;
  }
  const details = standing.map(detailOf).join('\n');
  const failing = standing.find(({ severity }) => weighsAtLeast(severity, failOn));
  if (failing === undefined) return `<system-out>${escapeXml(details)}</system-out>`;
  return `<failure${attributes({ message: failing.message, type: failing.severity })}>${escapeXml(details)}</failure>`;
}

function detailOf(finding: Finding): string {
  const { severity, message, fix } = finding;
  return visible(`${placeName(finding)}: ${severity}: ${fieldName(finding)}: ${message} Fix: ${fix}`);
}

function uncheckedCase({ object, reason, file }: UncheckedObject): string {
  const place = file === undefined ? {} : { file };
  const open = `    <testcase${attributes({ classname: objectName(object), name: 'unchecked', ...place })}>`;
  return [open, `      <skipped${attributes({ message: reason })}/>`, '    </testcase>'].join('\n');
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(visible(String(value)))}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** For elements and attributes; of a text whose control characters, which XML does not have at all, are shown already. */
function escapeXml(shown: string): string {
  return shown.replace(/[&<>"']|[\ufffe\uffff]/g, (found) => entities[found] ?? '\ufffd');
}
