import type { Invocation, Location, Log, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import type { CheckReport, Finding, Place, UncheckedObject } from '../findings/finding';
import { fingerprints } from './fingerprint';
import type { ReportContext } from './reporter';
import { sarifRule } from './sarif-rule';
import { weighsAtLeast } from '../findings/weight';
import { fieldName, objectName, waiverText } from './wording';

/** Code scanning of GitHub refuses a file with more results, and shows no more locations of one. */
const mostResults = 25_000;
const mostRelated = 100;

/** For code scanning: SARIF 2.1.0. */
export function sarif(report: CheckReport, context: ReportContext): string {
  const shown = heaviest(report.findings);
  const ids = [...new Set(shown.map(({ rule }) => rule))].sort();
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const prints = fingerprints(shown);
  const run: Run = {
    tool: {
      driver: {
        name: 'cdk8s-exposed-app',
        version: context.version,
        rules: ids.map((id): ReportingDescriptor => sarifRule(id, context.ruleText(id))),
      },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [invocationOf(report, shown.length)],
    results: shown.map((finding, position) => ({
      ruleIndex: indexOf.get(finding.rule) ?? -1,
      ...resultOf(finding),
      partialFingerprints: { primaryLocationLineHash: prints[position] ?? '' },
    })),
  };
  const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The findings in their order; where there are too many, those that weigh most. */
function heaviest(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= mostResults) return findings;
  const byWeight = [...findings].sort((a, b) => weightOf(b) - weightOf(a));
  const kept = new Set(byWeight.slice(0, mostResults));
  return findings.filter((finding) => kept.has(finding));
}

function weightOf({ severity, waived }: Finding): number {
  if (waived !== undefined) return 0;
  return weighsAtLeast(severity, 'error') ? 3 : weighsAtLeast(severity, 'warning') ? 2 : 1;
}

function resultOf(finding: Finding): Result {
  const { rule, severity, message, fix, related = [], waived } = finding;
  const relatedLocations = related.slice(0, mostRelated).map((place, index) => ({
    id: index + 1,
    ...locationOf(place),
    message: { text: fieldName(place) },
  }));
  return {
    ruleId: rule,
    level: severity,
    message: { text: `${fieldName(finding)}: ${message}\n${fix}` },
    locations: [locationOf(finding)],
    ...(relatedLocations.length === 0 ? {} : { relatedLocations }),
    ...(waived === undefined
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: waiverText(waived) }] }),
    properties: { class: finding.class },
  };
}

function locationOf({
  object,
  file,
  line,
  column,
  construct,
  field,
}: Omit<Place, 'field'> & { field?: string }): Location {
  const region =
    line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } };
  const logical = [
    { fullyQualifiedName: [objectName(object), field].filter(Boolean).join(' '), kind: 'object' },
    ...(construct === undefined ? [] : [{ fullyQualifiedName: construct, kind: 'construct' }]),
  ];
  return {
    ...(file === undefined ? {} : { physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region } }),
    logicalLocations: logical,
  };
}

/** A relative reference: its first part must not look like a scheme. */
function uriOf(file: string): string {
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}

function invocationOf({ unchecked, findings }: CheckReport, shown: number): Invocation {
  const left = findings.length - shown;
  const tooMany: Notification[] =
    left === 0
      ? []
      : [{ level: 'warning', message: { text: `${left} findings are left off: a run holds ${mostResults}` } }];
  return { executionSuccessful: true, toolExecutionNotifications: [...unchecked.map(uncheckedNote), ...tooMany] };
}

function uncheckedNote({ reason, ...place }: UncheckedObject): Notification {
  return {
    level: 'note',
    message: { text: `${objectName(place.object)} is unchecked: ${reason}` },
    locations: [locationOf(place)],
  };
}
