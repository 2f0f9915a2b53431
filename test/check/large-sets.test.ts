import { check, parseManifests } from '../../lib';
import { printYaml } from '../../lib/manifests/print-yaml';
import { streamDocuments } from '../../bench/documents';

/** A thousand applications, of which every tenth has a Service that finds no pods and a host that another one has. */
const text = printYaml(streamDocuments(1000))
  .replace(
    /(kind: Service\n(?:.*\n)*?\s+app\.kubernetes\.io\/name: shop-\d*)0(\n(?:.*\n)*?\s+selector:\n\s+app\.kubernetes\.io\/name: )shop-\d+/g,
    '$10$2gone',
  )
  .replace(/host: shop-(\d*)5\.example\.org/g, 'host: shop-$14.example.org');

test('a set of a thousand sound applications draws nothing', () => {
  const { findings, summary } = check(parseManifests(printYaml(streamDocuments(1000)), 'a.yaml'));
  expect(findings).toEqual([]);
  expect(summary.documents).toBe(3000);
});

test('the findings of a large set are the same bytes each time, in the order of its lines', () => {
  const first = check(parseManifests(text, 'a.yaml'), { policy: { preset: 'strict' } });
  const second = check(parseManifests(text, 'a.yaml'), { policy: { preset: 'strict' } });
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  const lines = first.findings.map(({ line = 0 }) => line);
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
  const rules = first.findings.map(({ rule }) => rule);
  expect(rules.filter((rule) => rule === 'service/selector').length).toBeGreaterThanOrEqual(100);
  expect(rules.filter((rule) => rule === 'route/collision')).toHaveLength(100);
});

test('other documents before it change no finding but its lines', () => {
  const unplaced = (manifests: string): unknown =>
    check(parseManifests(manifests, 'a.yaml')).findings.map(({ rule, object, field, message }) => [
      rule,
      object,
      field,
      message,
    ]);
  const more = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: other}\n---\n';
  expect(unplaced(more + text)).toEqual(unplaced(text));
});
