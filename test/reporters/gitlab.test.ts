import Ajv from 'ajv';
import type { CheckReport } from '../../lib/findings/finding';
import { gitlab } from '../../lib/reporters/gitlab';
import { clean, hostile, sample } from './reports';

/** The fields that GitLab reads: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const validate = new Ajv().compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', minLength: 1, not: { pattern: '^\\./' } },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
});

interface Issue {
  check_name: string;
  severity: string;
  fingerprint: string;
}
const issuesOf = (report: CheckReport) => JSON.parse(gitlab(report)) as Issue[];

test.each([
  ['every kind of finding', sample],
  ['nothing', clean],
  ['hostile texts', hostile],
])('the report has the format of code quality: %s', (_, report) => {
  validate(issuesOf(report));
  expect(validate.errors ?? []).toEqual([]);
});

test('an issue for each finding that counts, the refused above the others', () => {
  expect(issuesOf(sample).map(({ check_name, severity }) => [check_name, severity])).toEqual([
    ['service/node-port-range', 'blocker'],
    ['service/selector', 'major'],
    ['custom/rule', 'minor'],
  ]);
});

test('every issue has a fingerprint of its own', () => {
  const prints = issuesOf(sample).map(({ fingerprint }) => fingerprint);
  expect(new Set(prints).size).toBe(prints.length);
});
