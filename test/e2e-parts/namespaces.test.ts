import type { KubeObject } from '../e2e/objects';
import { renameClusterRoles } from '../e2e/rewrite/cluster-scoped';
import { moveToNamespaces, namespaceMap } from '../e2e/rewrite/namespaces';

const isNamespaced = ({ kind }: KubeObject): boolean =>
  !['Namespace', 'ClusterRole', 'ClusterRoleBinding'].includes(kind);
const object = (kind: string, name: string, namespace?: string, body: object = {}): KubeObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace },
  ...body,
});

function move(set: string, documents: readonly KubeObject[]): readonly KubeObject[] {
  return moveToNamespaces(documents, namespaceMap(set, documents, isNamespaced), isNamespaced);
}

test('one namespace is named after the set, several after both, and none is the default', () => {
  expect([...namespaceMap('shop', [object('Secret', 's', 'a'), object('Namespace', 'a')], isNamespaced)]).toEqual([
    ['a', 'e2e-shop'],
  ]);
  const two = namespaceMap('shop', [object('Secret', 's', 'a'), object('Secret', 's')], isNamespaced);
  expect([...two.values()]).toEqual(['e2e-shop-a', 'e2e-shop-default']);
  const [long] = [...namespaceMap('x'.repeat(80), [object('Secret', 's')], isNamespaced).values()];
  expect(long).toHaveLength(63);
});

test('objects move, and namespaces are renamed', () => {
  const [namespace, secret, role] = move('shop', [
    object('Namespace', 'a'),
    object('Secret', 's', 'a'),
    object('ClusterRole', 'r'),
  ]);
  expect(namespace?.metadata).toEqual({ name: 'e2e-shop', namespace: undefined });
  expect(secret?.metadata).toEqual({ name: 's', namespace: 'e2e-shop' });
  expect(role?.metadata.namespace).toBeUndefined();
});

test.each([
  ['a host name', 'http://web.a.svc.cluster.local:80/x', 'http://web.e2e-shop.svc.cluster.local:80/x'],
  ['the short form of a host name', 'web.a.svc', 'web.e2e-shop.svc'],
  ['another namespace', 'web.b.svc', 'web.b.svc'],
  ['a longer label', 'web.a.svc-x', 'web.a.svc-x'],
  ['a reference by namespace and name', 'a/tls', 'e2e-shop/tls'],
  ['a list of references', 'a/one,b/two, a/three', 'e2e-shop/one,b/two, e2e-shop/three'],
  ['a reference in an argument', '--default-ssl-certificate=a/tls', '--default-ssl-certificate=e2e-shop/tls'],
  ['a path', '/a/tls', '/a/tls'],
  [
    "Traefik's middlewares",
    'a-strip@kubernetescrd,b-x@kubernetescrd',
    'e2e-shop-strip@kubernetescrd,b-x@kubernetescrd',
  ],
])('texts: %s', (_what, before, after) => {
  const [moved] = move('shop', [object('Secret', 's', 'a', { data: { text: [before] } })]);
  expect(moved).toMatchObject({ data: { text: [after] } });
});

test('fields and labels that name a namespace', () => {
  const selector = {
    matchLabels: { 'kubernetes.io/metadata.name': 'a', app: 'a' },
    matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['a', 'b'] }],
  };
  const [moved] = move('shop', [
    object('X', 'x', 'a', { subjects: [{ namespace: 'a' }, { namespace: 'b' }], selector }),
  ]);
  expect(moved).toMatchObject({
    subjects: [{ namespace: 'e2e-shop' }, { namespace: 'b' }],
    selector: {
      matchLabels: { 'kubernetes.io/metadata.name': 'e2e-shop', app: 'a' },
      matchExpressions: [{ values: ['e2e-shop', 'b'] }],
    },
  });
});

test('rights for the whole cluster get names of their own, and bindings follow', () => {
  const [role, own, foreign] = renameClusterRoles(
    [
      object('ClusterRole', 'reader'),
      object('ClusterRoleBinding', 'reader', undefined, { roleRef: { kind: 'ClusterRole', name: 'reader' } }),
      object('ClusterRoleBinding', 'view', undefined, { roleRef: { kind: 'ClusterRole', name: 'view' } }),
    ],
    'shop',
  );
  expect(role?.metadata.name).toBe('e2e-shop-reader');
  expect(own).toMatchObject({ metadata: { name: 'e2e-shop-reader' }, roleRef: { name: 'e2e-shop-reader' } });
  expect(foreign).toMatchObject({ metadata: { name: 'e2e-shop-view' }, roleRef: { name: 'view' } });
});
