import { gatewayGroup, parentRefsOf, type ParentRef } from '../../graph/routes/gateway';
import { askedListeners, listenersOf, parentOf } from '../../graph/routes/gateway-listeners';
import type { Graph } from '../../graph/graph';
import { nameOf, type SetObject } from '../../graph/set-object';
import { nearest, quoteList } from '../../kubernetes/wording';
import { gateway, httpRoute } from '../custom-example';
import { service } from '../example-manifests';
import { web } from '../ingress-example';
import { missingReference } from '../reference';
import { defineRule, type Problem } from '../rule';

const shared = gateway('{ name: http, port: 80, protocol: HTTP, allowedRoutes: { namespaces: { from: All } } }', {
  namespace: 'edge',
});

export const gatewayParent = defineRule({
  id: 'gateway/parent',
  class: 'broken',
  on: [
    'gateway.networking.k8s.io HTTPRoute',
    'gateway.networking.k8s.io GRPCRoute',
    'gateway.networking.k8s.io TLSRoute',
    'gateway.networking.k8s.io TCPRoute',
    'gateway.networking.k8s.io UDPRoute',
  ],
  summary: 'A route names a Gateway that is there, and a listener that it has.',
  why: 'A route is served by the listeners that it names and by nobody else: without a Gateway, or by a name or port that no listener has, its status stays empty or says NoMatchingParent, and requests get 404.',
  fix: 'Name the Gateway under `parentRefs`, with its namespace where that is another one; `sectionName` is the `name` of a listener, `port` its port.',
  symptoms: ['404 from the controller', 'NoMatchingParent', 'route is not accepted', 'no status on the route'],
  references: ['https://gateway-api.sigs.k8s.io/concepts/api-overview/#attaching-routes-to-gateways'],
  good: [
    { title: 'by name', manifests: web + gateway() + httpRoute() },
    {
      title: 'by the listener',
      manifests: web + gateway() + httpRoute('parentRefs: [{ name: edge, sectionName: http, port: 80 }]'),
    },
    {
      title: 'of another namespace',
      manifests: web + shared + httpRoute('parentRefs: [{ name: edge, namespace: edge }]'),
    },
    { title: 'a Gateway of another team', manifests: web + httpRoute() },
    {
      title: 'a Service, for a mesh',
      manifests: web + gateway() + httpRoute('parentRefs: [{ group: "", kind: Service, name: web }]'),
    },
  ],
  bad: [
    {
      title: 'misspelt',
      manifests: web + gateway() + httpRoute('parentRefs: [{ name: egde }]'),
      finds: ['spec.parentRefs[0].name'],
    },
    {
      title: 'of another namespace than is said',
      manifests: service('app: web', { namespace: 'shop' }) + shared + httpRoute(undefined, { namespace: 'shop' }),
      finds: ['spec.parentRefs[0].name'],
    },
    {
      title: 'a listener that is not there',
      manifests: web + gateway() + httpRoute('parentRefs: [{ name: edge, sectionName: https }]'),
      finds: ['spec.parentRefs[0].sectionName'],
    },
    {
      title: 'a port of no listener',
      manifests: web + gateway() + httpRoute('parentRefs: [{ name: edge, port: 8080 }]'),
      finds: ['spec.parentRefs[0].port'],
    },
    {
      title: 'nobody at all',
      manifests: web + gateway() + httpRoute('hostnames: [shop.example.com]'),
      finds: ['spec'],
    },
  ],
  *check(route, { graph }) {
    const parents = parentRefsOf(route);
    if (parents.length === 0) {
      yield { field: 'spec', message: `${nameOf(route)} has no parentRefs, so that no Gateway serves it` };
    }
    for (const parent of parents) {
      const problem = parentProblem(graph, parent);
      if (problem !== undefined) yield problem;
    }
  },
});

function parentProblem(graph: Graph, parent: ParentRef): Problem | undefined {
  const found = parentOf(graph, parent);
  if (found !== undefined) return listenerProblem(found, parent);
  if (parent.group !== gatewayGroup || !['Gateway', 'ListenerSet'].includes(parent.kind)) return undefined;
  const { kind, namespace, name, field } = parent;
  return missingReference(graph, { kinds: [`${gatewayGroup} ${kind}`], namespace, name, field: `${field}.name` });
}

function listenerProblem(found: SetObject, parent: ParentRef): Problem | undefined {
  const { sectionName, port, field } = parent;
  const listeners = listenersOf(found);
  // ListenerSets may add listeners, which routes then name by them.
  if (listeners.length === 0 || askedListeners(found, parent).length > 0) return undefined;
  const related = [{ object: found, field: 'spec.listeners' }];
  const names = listeners.map(({ name }) => name);
  if (sectionName !== '' && !names.includes(sectionName)) {
    const at = `${field}.sectionName`;
    const near = nearest(sectionName, names);
    const edits = near === undefined ? [] : [{ set: at, value: near }];
    return {
      field: at,
      message: `${nameOf(found)} has no listener '${sectionName}': it has ${quoteList(names)}`,
      related,
      edits,
    };
  }
  const ports = listeners.map((one) => `${one.port ?? 'none'} ('${one.name}')`).join(', ');
  return {
    field: `${field}.port`,
    message: `${nameOf(found)} has no ${sectionName === '' ? 'listener' : `listener '${sectionName}'`} of port ${port ?? ''}: it has ${ports}`,
    related,
  };
}
