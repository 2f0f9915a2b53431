import { parseManifests, Target, type ManifestDocument, type Policy } from '../../lib';
import { checkSets } from '../../lib/check/check-sets';

const pods = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: registry.example.com/web:1.0 }] }
`;
const service =
  'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: web }, ports: [{ port: 80 }] }\n';

const targets = [
  { name: 'staging', folders: ['dist/staging'], target: new Target({ kubernetes: '1.30' }) },
  { name: 'production', folders: ['dist'], target: new Target({ kubernetes: '1.36' }) },
];

function documents(...files: [file: string, text: string][]): ManifestDocument[] {
  return files.flatMap(([file, text]) => parseManifests(text, file));
}

test('findings never cross sets: a Service finds no pods of another target', () => {
  const apart = documents(['dist/staging/a.yaml', pods], ['dist/b.yaml', service]);
  const together = documents(['dist/staging/a.yaml', pods], ['dist/staging/b.yaml', service]);
  expect(checkSets(apart, targets, {}).report.findings).toMatchObject([
    { rule: 'service/selector', file: 'dist/b.yaml' },
  ]);
  expect(checkSets(together, targets, {}).report.findings).toEqual([]);
});

test('a report over several targets counts all, and names the oldest version', () => {
  const { report } = checkSets(documents(['dist/staging/a.yaml', service], ['dist/b.yaml', service]), targets, {
    policy: { rules: { 'service/selector': 'error' } },
  });
  expect(report).toMatchObject({ kubernetes: '1.30', summary: { documents: 2, errors: 2 } });
});

test('a waiver is unused only where no set has a use for it, and is told once', () => {
  const waiver = { rule: 'service/selector', reason: 'a', owner: 'b', expires: '2027-01-01' };
  const object = { kind: 'Service', name: 'web' };
  const files = documents(['dist/staging/a.yaml', service], ['dist/b.yaml', pods]);
  const rules = (policy: Policy): string[] =>
    checkSets(files, targets, { policy }).report.findings.map(({ rule }) => rule);
  expect(rules({ waivers: [{ ...waiver, object }] })).toEqual(['service/selector']);
  expect(
    rules({
      waivers: [
        { ...waiver, object },
        { ...waiver, object: { kind: 'Service', name: 'gone' } },
      ],
    }),
  ).toEqual(['service/selector', 'policy/waiver-unused']);
});
