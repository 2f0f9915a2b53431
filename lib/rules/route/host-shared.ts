import { frontendOf, isPartOfAnother } from '../../graph/routes/frontends';
import type { Route } from '../../graph/routes';
import { nameOf } from '../../graph/set-object';
import { ingress } from '../ingress-example';
import { defineRule } from '../rule';
import { namesOneNamespace } from './one-namespace';

export const hostShared = defineRule({
  id: 'route/host-shared',
  class: 'risky',
  rating: 'medium',
  on: ['set'],
  summary: 'The paths of a host are led from one namespace.',
  why: 'Browsers send the cookies of a host to all of its paths: whoever leads one path in another namespace reads the sessions of the rest, and a longer path takes requests away from a shorter one.',
  fix: 'Give each namespace a host of its own, or say under `allowedHosts` of the policy which namespaces may use the host.',
  symptoms: ['host is taken', 'wrong application answers'],
  references: ['https://github.com/kubernetes/kubernetes/issues/82515'],
  good: [
    {
      title: 'two paths in one namespace',
      manifests: ingress({ namespace: 'a' }) + ingress({ name: 'api', namespace: 'a', path: '/api' }),
    },
    { title: 'two hosts', manifests: ingress({ namespace: 'a' }) + ingress({ namespace: 'b', host: 'b.example.com' }) },
    {
      title: 'two classes',
      manifests: ingress({ namespace: 'a' }) + ingress({ namespace: 'b', path: '/api', className: 'inner' }),
    },
  ],
  bad: [
    {
      title: 'a path in another namespace',
      manifests: ingress({ namespace: 'a' }) + ingress({ namespace: 'b', path: '/api' }),
      finds: ['spec.rules[0].host'],
    },
  ],
  *check(graph) {
    if (namesOneNamespace(graph)) return;
    const owners = new Map<string, Route>();
    const told = new Set<string>();
    for (const route of graph.routes) {
      const { from, host, hostField, path } = route;
      // Other kinds have an owner of the host who hands paths on: a Gateway, a VirtualServer, a root HTTPProxy.
      if (from.key !== 'Ingress' || host === '' || path === undefined || isPartOfAnother(from)) continue;
      const key = JSON.stringify([frontendOf(graph, from), host.toLowerCase()]);
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, route);
      const place = `${key}\n${from.namespace}`;
      // One path of both is told by route/host-taken.
      if (owner === undefined || owner.from.namespace === from.namespace || owner.path === path || told.has(place))
        continue;
      told.add(place);
      yield {
        object: from,
        field: hostField,
        message: `host '${host}' is also led by ${nameOf(owner.from)}, of another namespace, with path '${owner.path ?? ''}'`,
        related: [{ object: owner.from, field: owner.hostField }],
      };
    }
  },
});
