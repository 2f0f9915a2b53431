import type { Graph } from '../../graph/graph';
import { oncePerGraph } from '../../graph/once';
import { itemsAt } from '../../graph/routes/custom-route';
import { gatewayGroup } from '../../graph/routes/gateway';
import { listenersOf } from '../../graph/routes/gateway-listeners';
import type { SetObject } from '../../graph/set-object';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { custom, gateway, httpRoute } from '../custom-example';
import { service } from '../example-manifests';
import { namesOneNamespace } from '../route/one-namespace';
import { defineRule } from '../rule';

const other = service('app: web', { namespace: 'shop' });
const across = httpRoute(undefined, { namespace: 'edge', backends: '{ name: web, namespace: shop, port: 80 }' });
const grant = (
  from = '{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: edge }',
  to = '{ group: "", kind: Service }',
): string =>
  custom('gateway.networking.k8s.io/v1 ReferenceGrant', 'all', `{ from: [${from}], to: [${to}] }`, {
    namespace: 'shop',
  });
const secure = gateway(
  '{ name: https, port: 443, protocol: HTTPS, tls: { certificateRefs: [{ name: shop-tls, namespace: shop }] } }',
  { namespace: 'edge' },
);
const finds = ['spec.rules[0].backendRefs[0].namespace'];

export const gatewayReferenceGrant = defineRule({
  id: 'gateway/reference-grant',
  class: 'broken',
  on: [
    'gateway.networking.k8s.io HTTPRoute',
    'gateway.networking.k8s.io GRPCRoute',
    'gateway.networking.k8s.io TLSRoute',
    'gateway.networking.k8s.io TCPRoute',
    'gateway.networking.k8s.io UDPRoute',
    'gateway.networking.k8s.io Gateway',
    'gateway.networking.k8s.io ListenerSet',
  ],
  summary: 'What is used of another namespace is granted there by a ReferenceGrant.',
  why: 'Without a ReferenceGrant in the namespace of the Service or Secret the reference is refused (RefNotPermitted): requests get 500, and a listener of HTTPS has no certificate.',
  fix: 'Put a ReferenceGrant into the namespace of the Service or Secret, from the kind and namespace that use it, or move one of them.',
  symptoms: ['500 from the controller', 'RefNotPermitted', 'no TLS handshake', 'ResolvedRefs is False'],
  references: ['https://gateway-api.sigs.k8s.io/api-types/referencegrant/'],
  good: [
    { title: 'granted', manifests: other + across + grant() },
    {
      title: 'granted for the one',
      manifests: other + across + grant(undefined, '{ group: "", kind: Service, name: web }'),
    },
    {
      title: 'one namespace',
      manifests:
        other + httpRoute(undefined, { namespace: 'shop', backends: '{ name: web, namespace: shop, port: 80 }' }),
    },
    {
      title: 'a Secret',
      manifests:
        secure +
        grant('{ group: gateway.networking.k8s.io, kind: Gateway, namespace: edge }', '{ group: "", kind: Secret }'),
    },
  ],
  bad: [
    { title: 'a Service', manifests: other + across, finds },
    {
      title: 'granted to another kind',
      manifests: other + across + grant('{ group: gateway.networking.k8s.io, kind: GRPCRoute, namespace: edge }'),
      finds,
    },
    {
      title: 'granted to another namespace',
      manifests: other + across + grant('{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: blog }'),
      finds,
    },
    {
      title: 'another Service is granted',
      manifests: other + across + grant(undefined, '{ group: "", kind: Service, name: api }'),
      finds,
    },
    { title: 'a Secret', manifests: secure + grant(), finds: ['spec.listeners[0].tls.certificateRefs[0].namespace'] },
  ],
  *check(object, { graph }) {
    if (namesOneNamespace(graph)) return;
    for (const { namespace, kind, name, field } of namesAcross(object)) {
      if (namespace === '' || namespace === object.namespace || isGranted(graph, object, { namespace, kind, name }))
        continue;
      yield {
        field: `${field}.namespace`,
        message: `no ReferenceGrant of namespace '${namespace}' lets the kind ${object.kind} of namespace '${object.namespace}' use ${kind} '${name}'`,
        // Where nothing of the namespace is in the set, its grants lie elsewhere too.
        ...(namespaces(graph).has(namespace) ? {} : { severity: 'warning' }),
      };
    }
  },
});

interface Across {
  readonly namespace: string;
  readonly kind: string;
  readonly name: string;
}

function namesAcross(object: SetObject): readonly (Across & { readonly field: string })[] {
  const rules = itemsAt(valueAt(object.body, 'spec'), 'rules', 'spec');
  const backends = rules.flatMap(({ item, field }) => itemsAt(item, 'backendRefs', field));
  const secrets = listenersOf(object).flatMap(({ item, field }) =>
    itemsAt(valueAt(item, 'tls'), 'certificateRefs', `${field}.tls`),
  );
  const [first, second] = [backends, secrets].map((list, index) =>
    list.map(({ item, field }) => ({
      field,
      namespace: textOf(valueAt(item, 'namespace')),
      kind: textOf(valueAt(item, 'kind')) || (index === 0 ? 'Service' : 'Secret'),
      name: textOf(valueAt(item, 'name')),
    })),
  );
  return [...(first ?? []), ...(second ?? [])];
}

const grants = oncePerGraph((graph): ReadonlySet<string> => {
  const all = graph.ofKind(`${gatewayGroup} ReferenceGrant`).flatMap(({ namespace, body }) => {
    const to = itemsOf(valueAt(body, 'spec', 'to')).map((item) => [
      textOf(valueAt(item, 'kind')),
      textOf(valueAt(item, 'name')),
    ]);
    return itemsOf(valueAt(body, 'spec', 'from')).flatMap((item) =>
      to.map((one) =>
        [namespace, textOf(valueAt(item, 'kind')), textOf(valueAt(item, 'namespace')), ...one].join('\n'),
      ),
    );
  });
  return new Set(all);
});

function isGranted(graph: Graph, from: SetObject, { namespace, kind, name }: Across): boolean {
  const known = grants(graph);
  return ['', name].some((granted) => known.has([namespace, from.kind, from.namespace, kind, granted].join('\n')));
}

const namespaces = oncePerGraph(
  (graph): ReadonlySet<string> =>
    new Set(graph.objects.map((one) => one.namespace || (one.key === 'Namespace' ? one.name : ''))),
);
