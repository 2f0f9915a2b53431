import { parseManifests } from '../../lib';
import { baselineOf, parseBaseline, printBaseline, sinceBaseline } from '../../lib/check/baseline';
import type { CheckedSet } from '../../lib/check/report';
import { checkSet } from '../../lib/check';

const service = (name: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: shop }\nspec: { selector: { app: ${name} }, ports: [{ port: 80 }] }\n`;

function checked(...names: string[]): CheckedSet {
  return checkSet(parseManifests(names.map(service).join('---\n'), 'a.yaml'), {
    policy: { rules: { 'service/selector': 'error' } },
  });
}

function seen({ report }: CheckedSet): string[] {
  return report.findings.map(({ rule, severity, object }) => `${severity} ${rule} ${object.name}`);
}

const baseline = parseBaseline(printBaseline(baselineOf(checked('web', 'api'))), 'baseline.json');

test('what was there already is left out, wherever it stands now', () => {
  const { report } = sinceBaseline(checked('api', 'web'), baseline, 'baseline.json');
  expect(report.findings).toEqual([]);
  expect(report.summary).toMatchObject({ errors: 0, documents: 2 });
});

test('what is new is told', () => {
  expect(seen(sinceBaseline(checked('web', 'new', 'api'), baseline, 'b.json'))).toEqual(['error service/selector new']);
});

test('what is mended is told as a note', () => {
  const since = sinceBaseline(checked('web'), baseline, 'b.json');
  expect(seen(since)).toEqual(['note policy/baseline-unneeded api']);
  expect(since.report.findings[0]).toMatchObject({
    file: 'b.json',
    message: expect.stringContaining('service/selector') as string,
  });
});

test('a baseline is the same bytes wherever its findings stand', () => {
  expect(printBaseline(baselineOf(checked('api', 'web')))).toBe(printBaseline(baselineOf(checked('web', 'api'))));
});

test.each(['', '[]', '{"version": 2, "findings": []}', '{"version": 1, "findings": [{"rule": 1}]}'])(
  '%j is no baseline',
  (text) => {
    expect(() => parseBaseline(text, 'b.json')).toThrow(
      'b.json is no baseline. Write one with --write-baseline b.json.',
    );
  },
);
