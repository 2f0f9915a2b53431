import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import type { Log } from 'sarif';
import type { CheckReport } from '../../lib/findings/finding';
import { sarif } from '../../lib/reporters/sarif';
import { clean, context, findings, hostile, reportOf, sample } from './reports';

/** The schema of the standard. It is of draft 4 and uses nothing that draft 7 reads in another way but `id`. */
const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const { $schema, id, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
const uriReference = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/;
const ajv = new Ajv({
  allErrors: true,
  strict: false,
  // one pattern of the schema has a bracket that is not closed
  unicodeRegExp: false,
  formats: { uri: /^\w+:/, 'uri-reference': uriReference, 'date-time': true },
});
const validate = ajv.compile(schema);

const logOf = (report: CheckReport) => JSON.parse(sarif(report, context)) as Log;
const runOf = (report: CheckReport) => logOf(report).runs[0]!;

test('the schema is the one of SARIF 2.1.0', () => {
  expect($schema).toContain('draft-04');
  expect(id).toContain('sarif-2.1.0');
});

test.each([
  ['every kind of finding', sample],
  ['nothing', clean],
  ['hostile texts', hostile],
])('the log is valid against the schema of SARIF 2.1.0: %s', (_, report) => {
  validate(logOf(report));
  expect(validate.errors ?? []).toEqual([]);
});

test('a log for code scanning', () => {
  expect(logOf(sample)).toMatchSnapshot();
});

test('rules come with help, and risks with a score in the band of their rating', () => {
  const { rules = [] } = runOf(sample).tool.driver;
  expect(rules.map(({ id }) => id)).toEqual([
    'custom/rule',
    'service/external-ips',
    'service/node-port-range',
    'service/selector',
  ]);
  const [, risk, , broken] = rules;
  expect(risk?.properties?.['security-severity']).toBe('9.5');
  expect(broken?.properties).not.toHaveProperty('security-severity');
  expect(broken?.help?.text).toContain('503 from the controller');
});

test('what is waived is suppressed, with the reason and who gave it', () => {
  const suppressed = runOf(sample).results?.filter(({ suppressions }) => suppressions !== undefined);
  expect(suppressed?.map(({ suppressions }) => suppressions?.[0]?.justification)).toEqual([
    'waived until 2027-03-31 by team-shop: moving (SHOP-12)',
  ]);
});

describe('fingerprints', () => {
  const printsOf = (report: CheckReport) =>
    runOf(report).results?.map(({ partialFingerprints }) => partialFingerprints?.['primaryLocationLineHash']);

  test('stay where lines, files and words change', () => {
    const moved = { ...findings.refused, file: 'b.yaml', line: 1, column: 1, message: 'other words' };
    expect(printsOf(reportOf([moved]))).toEqual(printsOf(reportOf([findings.refused])));
  });

  test('stay where the object moves to another version of its kind', () => {
    const at = (apiVersion: string) =>
      reportOf([{ ...findings.note, object: { ...findings.note.object, apiVersion } }]);
    expect(printsOf(at('networking.k8s.io/v1'))).toEqual(printsOf(at('networking.k8s.io/v1beta1')));
    expect(printsOf(at('networking.k8s.io/v1'))).not.toEqual(printsOf(at('gateway.networking.k8s.io/v1')));
  });

  test('differ by rule, object and field, and count what is the same', () => {
    const { refused, broken } = findings;
    const prints = printsOf(reportOf([refused, broken, refused])) ?? [];
    expect(new Set(prints).size).toBe(3);
    expect(prints[2]).toBe(prints[0]?.replace(/:1$/, ':2'));
  });
});

test('of more results than code scanning takes, the heaviest stay and the others are counted', () => {
  const many = Array.from({ length: 25_001 }, (_, index) => ({ ...findings.broken, field: `spec.selector[${index}]` }));
  const run = runOf(reportOf([findings.note, ...many, findings.refused]));
  expect(run.results).toHaveLength(25_000);
  expect(run.results?.at(-1)?.ruleId).toBe('service/node-port-range');
  expect(run.results?.some(({ ruleId }) => ruleId === 'custom/rule')).toBe(false);
  expect(run.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toContain('3 findings are left off');
});
