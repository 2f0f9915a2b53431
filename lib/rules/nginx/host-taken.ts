import type { Graph } from '../../graph/graph';
import { makesOf } from '../../graph/ingress-makes';
import { oncePerGraph } from '../../graph/once';
import { annotationOf, nameOf, type SetObject } from '../../graph/set-object';
import { nginxAnnotations } from '../../controllers/annotations';
import { textOf, valueAt } from '../../manifests/untyped';
import { custom } from '../custom-example';
import { ingress, ingressClass, web } from '../ingress-example';
import { defineRule } from '../rule';

const server = (name: string, more = ''): string =>
  custom(
    'k8s.nginx.org/v1 VirtualServer',
    name,
    `{ host: shop.example.com, upstreams: [{ name: web, service: web, port: 80 }], routes: [{ path: /${name}, action: { pass: web } }]${more} }`,
  );
const f5 = ingressClass('nginx', 'nginx.org/ingress-controller');

export const nginxHostTaken = defineRule({
  id: 'nginx/host-taken',
  class: 'broken',
  on: ['k8s.nginx.org VirtualServer', 'k8s.nginx.org TransportServer'],
  summary: "With F5's NGINX a host belongs to one VirtualServer, or to Ingresses.",
  why: "F5's NGINX gives a host to the oldest of its Ingresses, VirtualServers and TransportServers of TLS passthrough, and rejects the others, whatever their paths are.",
  fix: 'Put the paths into one VirtualServer with VirtualServerRoutes, or make the Ingresses `mergeable-ingress-type: master` and `minion`.',
  symptoms: [
    '404 from the controller',
    'All hosts are taken by other resources',
    'Host is taken by another resource',
    'Rejected',
  ],
  references: ['https://docs.nginx.com/nginx-ingress-controller/configuration/host-and-listener-collisions/'],
  good: [
    { title: 'two classes', manifests: web + server('a') + server('b', ', ingressClassName: inner') },
    {
      title: 'Ingresses that merge',
      manifests:
        web +
        f5 +
        ingress({ annotations: ['nginx.org/mergeable-ingress-type: master'] }) +
        ingress({ name: 'b', path: '/b', annotations: ['nginx.org/mergeable-ingress-type: minion'] }),
    },
  ],
  bad: [
    { title: 'two VirtualServers', manifests: web + server('a') + server('b'), finds: ['spec.host'] },
    {
      title: 'an Ingress and a VirtualServer',
      manifests: web + f5 + ingress() + server('b', ', ingressClassName: nginx'),
      finds: ['spec.host'],
    },
  ],
  *check(object: SetObject<object>, { graph }) {
    for (const { key, host, field } of claims(graph, object)) {
      const first = owners(graph).get(key);
      if (first === undefined || first.object === object || first.object.name === object.name) continue;
      const related = [{ object: first.object, field: first.field }];
      yield { field, message: `host '${host}' belongs to ${nameOf(first.object)} already`, related };
    }
  },
});

interface Claim {
  readonly key: string;
  readonly host: string;
  readonly field: string;
}

function claims(graph: Graph, object: SetObject<object>): readonly Claim[] {
  const named = object.key === 'Ingress' ? ingressHosts(graph, object as SetObject) : serverHosts(object);
  return named.filter(({ host }) => host !== '');
}

function serverHosts({ body, kind }: SetObject<object>): readonly Claim[] {
  const spec = valueAt(body, 'spec');
  // Only where TLS passes through is a TransportServer found by its host among the others.
  if (kind === 'TransportServer' && valueAt(spec, 'listener', 'protocol') !== 'TLS_PASSTHROUGH') return [];
  const host = textOf(valueAt(spec, 'host'));
  // Listeners of its own keep a VirtualServer apart.
  const listener = kind === 'VirtualServer' ? JSON.stringify(valueAt(spec, 'listener') ?? '') : '""';
  const className = textOf(valueAt(spec, 'ingressClassName')) || 'nginx';
  return [{ key: [className, host.toLowerCase(), listener].join('\n'), host, field: 'spec.host' }];
}

function ingressHosts(graph: Graph, ingress: SetObject): readonly Claim[] {
  const { makes, certain } = makesOf(graph, ingress);
  if (
    !certain ||
    !makes.includes(nginxAnnotations) ||
    annotationOf(ingress, 'nginx.org/mergeable-ingress-type') !== undefined
  )
    return [];
  const className = graph.ingressClasses.ownerOf(ingress).known?.name ?? 'nginx';
  const own = hostsOfIngresses(graph).get(ingress) ?? [];
  return own.map(({ host, field }) => ({ key: [className, host.toLowerCase(), '""'].join('\n'), host, field }));
}

const hostsOfIngresses = oncePerGraph(
  (graph): ReadonlyMap<SetObject, readonly { readonly host: string; readonly field: string }[]> => {
    const hosts = new Map<SetObject, Map<string, string>>();
    for (const { from, host, hostField } of graph.routes) {
      if (from.key !== 'Ingress') continue;
      const known = hosts.get(from) ?? new Map<string, string>();
      if (!known.has(host)) known.set(host, hostField);
      hosts.set(from, known);
    }
    return new Map([...hosts].map(([from, known]) => [from, [...known].map(([host, field]) => ({ host, field }))]));
  },
);

/** Who names a host first. */
const owners = oncePerGraph(
  (graph): ReadonlyMap<string, { readonly object: SetObject<object>; readonly field: string }> => {
    const first = new Map<string, { readonly object: SetObject<object>; readonly field: string }>();
    const kinds = ['Ingress', 'k8s.nginx.org VirtualServer', 'k8s.nginx.org TransportServer'] as const;
    for (const object of kinds.flatMap((kind): readonly SetObject<object>[] => graph.ofKind(kind))) {
      for (const { key, field } of claims(graph, object)) if (!first.has(key)) first.set(key, { object, field });
    }
    return first;
  },
);
