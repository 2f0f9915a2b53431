import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { check } from '../../lib/check';
import { parseManifests } from '../../lib/manifests/parse-manifests';
import { json } from '../../lib/reporters/json';
import { clean, hostile, sample } from './reports';

const schema = JSON.parse(readFileSync(join(__dirname, '../../schemas/check-report.json'), 'utf8')) as object;
const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);

const checked = check(
  parseManifests('kind: A\nkind: B\n---\n{}\n---\n{apiVersion: v1, kind: Service, spec: 3}\n', 'a.yaml'),
);

test.each([
  ['every kind of finding', sample],
  ['nothing', clean],
  ['hostile texts', hostile],
  ['what check answers to documents that are none', checked],
])('the report meets its published schema: %s', (_, report) => {
  const written: unknown = JSON.parse(json(report));
  validate(written);
  expect(validate.errors ?? []).toEqual([]);
  expect(written).toEqual(report);
});

test('the schema knows what a report is not', () => {
  const [finding] = sample.findings;
  expect(validate({ ...sample, findings: [{ ...finding, severity: 'fatal' }] })).toBe(false);
  expect(validate({ ...sample, findings: [{ ...finding, lines: 1 }] })).toBe(false);
  expect(validate({ ...sample, version: 2 })).toBe(false);
});
