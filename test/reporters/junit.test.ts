import { junit } from '../../lib/reporters/junit';
import { clean, context, findings, hostile, reportOf, sample } from './reports';

test('a report for test runners', () => {
  expect(junit(sample, context)).toMatchSnapshot();
});

test('nothing found is one test case that passes', () => {
  expect(junit(clean, context)).toContain('<testsuite name="documents" tests="1" failures="0" errors="0" skipped="0">');
});

test('fails from the severity on that the check fails on', () => {
  const failures = (failOn: 'error' | 'warning' | 'note') =>
    junit(sample, { ...context, failOn }).match(/<failure /g)?.length ?? 0;
  expect([failures('error'), failures('warning'), failures('note')]).toEqual([1, 2, 3]);
});

test('a rule and an object make one test case, however often the rule finds something there', () => {
  const twice = { ...findings.refused, field: 'spec.ports[1].nodePort' };
  const written = junit(reportOf([findings.refused, twice]), context);
  expect(written.match(/<testcase [^>]*name="service\/node-port-range"/g)).toHaveLength(1);
  expect(written).toContain('spec.ports[1].nodePort');
});

test('hostile texts neither end an element nor hold what XML does not have', () => {
  const written = junit(hostile, context);
  expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f]|<x|]]>/);
  expect(written).not.toMatch(/\p{Surrogate}/u);
  expect(written).toContain('file="dir, 1/a:b% &quot;&lt;x&gt;&quot;.yaml"');
  expect(written.match(/<\/?testcase/g)).toHaveLength(3);
});
