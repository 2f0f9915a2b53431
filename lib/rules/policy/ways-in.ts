import type { Graph } from '../../graph/graph';
import type { SetObject } from '../../graph/set-object';
import type { Service } from '../../kubernetes/api';
import { quoteList } from '../../kubernetes/wording';
import { deployment, ingress, service } from '../exposure/manifests.examples';
import type { WayInName } from '../parameters';
import { defineRule, type ProblemOf } from '../rule';
import { allowedIn } from './by-namespace';

const parameters = { waysIn: { 'team-*': ['ingress', 'clusterIp'] } } as const;
const team = { namespace: 'team-a' };

export const policyWaysIn = defineRule({
  id: 'policy/ways-in',
  class: 'risky',
  rating: 'high',
  on: ['set'],
  summary: 'A namespace uses the ways in that the policy allows it.',
  why: 'Each way in is open to other clients, past other guards: what is agreed for a namespace no longer holds.',
  fix: 'Use one of the allowed ways in, or have the policy allow this one (parameters.waysIn).',
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types'],
  good: [
    { manifests: deployment(team) + service('type: ClusterIP', team) + ingress('a.example.com', '', team), parameters },
    {
      title: 'the Service behind an Ingress is part of it',
      manifests: service('type: ClusterIP', team) + ingress('a.example.com', '', team),
      parameters: { waysIn: { 'team-*': ['ingress'] } },
    },
    { title: 'another namespace', manifests: service('type: LoadBalancer', { namespace: 'shop' }), parameters },
    { title: 'no policy', manifests: service('type: NodePort', team) },
  ],
  bad: [
    { manifests: service('type: NodePort', team), parameters, finds: ['spec.type'] },
    { manifests: service('type: LoadBalancer', team), parameters, finds: ['spec.type'] },
    { manifests: service('externalIPs: [198.51.100.32]', team), parameters, finds: ['spec.externalIPs'] },
    { manifests: service('clusterIP: None', team), parameters, finds: ['spec.clusterIP'] },
    {
      manifests: deployment({ ...team, pod: 'hostNetwork: true' }),
      parameters,
      finds: ['spec.template.spec.hostNetwork'],
    },
    {
      manifests: deployment({ ...team, ports: '[{ containerPort: 80, hostPort: 80 }]' }),
      parameters,
      finds: ['spec.template.spec.containers[0].ports[0].hostPort'],
    },
    {
      title: 'no Ingress',
      manifests: ingress('a.example.com', '', team),
      parameters: { waysIn: { 'team-*': ['loadBalancer'] } },
      finds: ['spec.rules[0].host'],
    },
  ],
  *check(graph, { parameters: { waysIn } }) {
    if (waysIn === undefined) return;
    const allowedOf = new Map<string, readonly WayInName[] | undefined>();
    for (const { object, way, field } of usedWays(graph)) {
      const { namespace } = object;
      if (!allowedOf.has(namespace)) allowedOf.set(namespace, allowedIn(waysIn, namespace));
      const allowed = allowedOf.get(namespace);
      if (allowed === undefined || allowed.includes(way)) continue;
      yield {
        object,
        field,
        message: `namespace '${namespace}' is reached by '${way}'; the policy allows it ${quoteList([...new Set(allowed)])}`,
      } satisfies ProblemOf<'set'>;
    }
  },
});

interface UsedWay {
  readonly object: SetObject<object>;
  readonly way: WayInName;
  readonly field: string;
}

function usedWays(graph: Graph): readonly UsedWay[] {
  return [
    ...graph
      .ofKind('Service')
      .flatMap((one) => serviceModes(one).map((used) => ({ object: one, ...used })))
      // The Service behind a route is part of that way in.
      .filter(({ object, way }) => way !== 'clusterIp' || graph.backendsOf(object.namespace, object.name).length === 0),
    ...graph.pods.all.flatMap(({ object, spec, template, ports }): UsedWay[] => {
      if (spec.hostNetwork === true) return [{ object, way: 'hostNetwork', field: `${template}spec.hostNetwork` }];
      const open = ports.filter(({ port }) => (port.hostPort ?? 0) !== 0);
      return open.map(({ field }) => ({ object, way: 'hostPort', field: `${field}.hostPort` }));
    }),
    ...oncePerObject(
      graph.routes.map(({ from, hostField, protocol }) => {
        const way = protocol === 'tcp' ? 'tcpRoute' : protocol === 'udp' ? 'udpRoute' : 'ingress';
        return { object: from, way, field: hostField };
      }),
    ),
  ];
}

function serviceModes({ body }: SetObject<Service>): readonly Omit<UsedWay, 'object'>[] {
  const { type, clusterIP, externalIPs } = body.spec ?? {};
  const external = (externalIPs ?? []).length > 0 && type !== 'ExternalName';
  const besides: Omit<UsedWay, 'object'>[] = external ? [{ way: 'externalIps', field: 'spec.externalIPs' }] : [];
  switch (type) {
    case 'NodePort':
      return [{ way: 'nodePort', field: 'spec.type' }, ...besides];
    case 'LoadBalancer':
      return [{ way: 'loadBalancer', field: 'spec.type' }, ...besides];
    case 'ExternalName':
      return [{ way: 'externalName', field: 'spec.type' }];
    default:
      if (clusterIP === 'None') return [{ way: 'headless', field: 'spec.clusterIP' }];
      return external ? besides : [{ way: 'clusterIp', field: 'spec' }];
  }
}

function oncePerObject(ways: readonly UsedWay[]): readonly UsedWay[] {
  const seen = new Set<object>();
  return ways.filter(({ object }) => !seen.has(object) && seen.add(object));
}
