import { check } from '../../lib/check';
import { parseManifests } from '../../lib/manifests/parse-manifests';

const other = `
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }
`;
const rules = (manifests: string): readonly string[] =>
  check(parseManifests(manifests), { policy: { preset: 'strict' } }).findings.map(({ rule }) => rule);

/** Nobody decodes these kinds, so that anything may stand in their pods. */
const rollout = (container: string): string => `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, ${container} }] }
${other}`;

test.each([
  ['args', 'image: "web:1", ports: [{ containerPort: 8080 }], args: [--port, 8080]'],
  ['env', 'image: "web:1", ports: [{ containerPort: 8080 }], env: [{ name: PORT, value: 30 }, 5, null]'],
  ['a map for a list', 'image: "web:1", ports: [{ containerPort: 8080 }], env: { a: 1 }, args: x'],
  ['an image', 'image: 5, ports: [{ containerPort: 8080 }]'],
  ['ports', 'image: "web:1", ports: [{ containerPort: eighty }, 8080]'],
])('pods of an operator with %s of another type are looked at without them', (_, container) => {
  expect(() => rules(rollout(container))).not.toThrow();
});

test('what is sound of them is looked at', () => {
  expect(rules(rollout('image: "web:latest", ports: [{ containerPort: 8080 }], args: [5]'))).toContain(
    'workload/image-tag',
  );
});

test('a version that is no longer served is one of them', () => {
  const old = rollout('image: "web:1", args: [5]').replace('argoproj.io/v1alpha1', 'extensions/v1beta1');
  expect(rules(old.replace('Rollout', 'Deployment'))).toContain('kind/known');
});
