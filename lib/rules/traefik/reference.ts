import type { Graph } from '../../graph/graph';
import type { GroupKind } from '../../graph/kinds';
import { itemsAt, type Item } from '../../graph/routes/custom-route';
import { servicesOf, traefikGroups } from '../../graph/routes/traefik';
import { traefikInSet } from '../../graph/traefik-in-set';
import type { SetObject } from '../../graph/set-object';
import { textOf, valueAt } from '../../manifests/untyped';
import { custom, ingressRoute } from '../custom-example';
import { web } from '../ingress-example';
import { missingReference } from '../reference';
import { defineRule, type Problem } from '../rule';
import { traefik } from './traefik.examples';

const strip = (namespace?: string): string =>
  custom(
    'traefik.io/v1alpha1 Middleware',
    'strip',
    '{ stripPrefix: { prefixes: [/api] } }',
    namespace === undefined ? {} : { namespace },
  );
const through = (name: string, more = ''): string =>
  web + ingressRoute(undefined, { route: `middlewares: [{ name: ${name}${more} }]` });
const middleware = 'spec.routes[0].middlewares[0].name';

export const traefikReference = defineRule({
  id: 'traefik/reference',
  class: 'broken',
  on: [
    'traefik.io IngressRoute',
    'traefik.io IngressRouteTCP',
    'traefik.io Middleware',
    'traefik.io TraefikService',
    'traefik.containo.us IngressRoute',
    'traefik.containo.us IngressRouteTCP',
    'traefik.containo.us Middleware',
    'traefik.containo.us TraefikService',
  ],
  summary:
    'The Middlewares, TraefikServices, ServersTransports and TLSOptions that a route names are there, in a namespace that it may lead to.',
  why: 'Traefik drops a router that names something missing, and every request of it gets 404. Other namespaces are refused unless `allowCrossNamespace` is set.',
  fix: 'Put the object into the namespace of the route and name it there; or set `--providers.kubernetescrd.allowCrossNamespace=true`.',
  symptoms: ['404 from the controller', 'middleware does not exist', 'is not in the IngressRoute namespace'],
  references: ['https://doc.traefik.io/traefik/reference/install-configuration/providers/kubernetes/kubernetes-crd/'],
  good: [
    { title: 'there', manifests: through('strip') + strip() },
    { title: 'of a file', manifests: through('strip@file') + strip() },
    { title: 'none in the set', manifests: through('strip') },
    {
      title: 'of another namespace, where that is allowed',
      manifests:
        through('strip', ', namespace: edge') +
        strip('edge') +
        traefik(['--providers.kubernetescrd.allowCrossNamespace=true']),
    },
  ],
  bad: [
    { title: 'misspelt', manifests: through('stripp') + strip(), finds: [middleware] },
    {
      title: 'of another namespace',
      manifests: through('strip') + strip('edge') + strip('shop').replace('name: strip', 'name: other'),
      finds: [middleware],
    },
    {
      title: 'of another namespace, as it is named',
      manifests: through('strip', ', namespace: edge') + strip('edge') + traefik(),
      finds: ['spec.routes[0].middlewares[0].namespace'],
    },
    {
      title: 'in a chain',
      manifests:
        strip() + custom('traefik.io/v1alpha1 Middleware', 'all', '{ chain: { middlewares: [{ name: stripp }] } }'),
      finds: ['spec.chain.middlewares[0].name'],
    },
    {
      title: 'a TraefikService',
      manifests:
        web +
        ingressRoute(undefined, { services: '{ name: splitt, kind: TraefikService }' }) +
        custom('traefik.io/v1alpha1 TraefikService', 'split', '{ weighted: { services: [{ name: web, port: 80 }] } }'),
      finds: ['spec.routes[0].services[0].name'],
    },
    {
      title: 'options of TLS',
      manifests:
        web +
        ingressRoute(undefined, { spec: 'tls: { options: { name: modern } }' }) +
        custom('traefik.io/v1alpha1 TLSOption', 'moderm', '{ minVersion: VersionTLS12 }'),
      finds: ['spec.tls.options.name'],
    },
    {
      title: 'a transport',
      manifests:
        web +
        ingressRoute(undefined, { services: '{ name: web, port: 80, serversTransport: insecur }' }) +
        custom('traefik.io/v1alpha1 ServersTransport', 'insecure', '{ insecureSkipVerify: true }'),
      finds: ['spec.routes[0].services[0].serversTransport'],
    },
  ],
  *check(object, { graph }) {
    for (const named of namesIn(object)) {
      if (named.name === '' || named.name.includes('@')) continue;
      const problem = crossing(graph, object, named) ?? missing(graph, named);
      if (problem !== undefined) yield problem;
    }
  },
});

interface Named {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly field: string;
  /** Empty where the namespace is that of the object. */
  readonly namespaceField: string;
}

function named(object: SetObject, kind: string, { item, field }: Item): Named {
  const namespace = textOf(valueAt(item, 'namespace'));
  return {
    ...{ kind, namespace: namespace || object.namespace, name: textOf(valueAt(item, 'name')), field: `${field}.name` },
    namespaceField: namespace === '' ? '' : `${field}.namespace`,
  };
}

function namesIn(object: SetObject): readonly Named[] {
  const spec = valueAt(object.body, 'spec');
  const suffix = object.kind.endsWith('TCP') ? 'TCP' : '';
  if (object.kind === 'Middleware') {
    const chain = itemsAt(valueAt(spec, 'chain'), 'middlewares', 'spec.chain');
    return chain.map((item) => named(object, 'Middleware', item));
  }
  const routes = itemsAt(spec, 'routes', 'spec');
  const services = [
    ...routes.flatMap((one) => itemsAt(one.item, 'services', one.field)),
    ...(object.kind === 'TraefikService' ? servicesOf(object) : []),
  ];
  return [
    ...routes
      .flatMap((one) => itemsAt(one.item, 'middlewares', one.field))
      .map((one) => named(object, `Middleware${suffix}`, one)),
    ...services
      .filter(({ item }) => valueAt(item, 'kind') === 'TraefikService')
      .map((one) => named(object, 'TraefikService', one)),
    ...services.map((one) => transport(object, `ServersTransport${suffix}`, one)),
    named(object, 'TLSOption', { item: valueAt(spec, 'tls', 'options'), field: 'spec.tls.options' }),
  ];
}

function transport({ namespace }: SetObject, kind: string, { item, field }: Item): Named {
  const name = textOf(valueAt(item, 'serversTransport'));
  return { kind, namespace, name, field: `${field}.serversTransport`, namespaceField: '' };
}

function kindsOf(kind: string): readonly GroupKind[] {
  return traefikGroups.map((group) => `${group} ${kind}` as const);
}

function crossing(graph: Graph, object: SetObject, { kind, namespace, namespaceField }: Named): Problem | undefined {
  const { crossesNamespaces, controller } = traefikInSet(graph) ?? {};
  // Without Traefik's flags nobody knows.
  if (namespaceField === '' || namespace === object.namespace || crossesNamespaces !== false) return undefined;
  return {
    field: namespaceField,
    message: `the ${kind} is of namespace '${namespace}', which Traefik refuses unless it has --providers.kubernetescrd.allowCrossNamespace=true`,
    ...(controller === undefined
      ? {}
      : { related: [{ object: controller.workload.object, field: controller.container.field }] }),
  };
}

function missing(graph: Graph, { kind, namespace, name, field }: Named): Problem | undefined {
  // The options called so are those of everybody who names none.
  if (kind === 'TLSOption' && name === 'default') return undefined;
  return missingReference(graph, { kinds: kindsOf(kind), namespace, name, field });
}
