import { hostnamesOf, parentRefsOf, type ParentRef } from '../../graph/routes/gateway';
import {
  askedListeners,
  hostsMeet,
  kindsOfListener,
  parentOf,
  takesNamespace,
  type GatewayListener,
} from '../../graph/routes/gateway-listeners';
import type { Graph } from '../../graph/graph';
import { nameOf, type SetObject } from '../../graph/set-object';
import { quoteList } from '../../kubernetes/wording';
import { textOf, valueAt } from '../../manifests/untyped';
import { namesOneNamespace } from '../route/one-namespace';
import { defineRule, type Problem } from '../rule';
import { bad, good } from './attachment.examples';

export const gatewayAttachment = defineRule({
  id: 'gateway/attachment',
  class: 'broken',
  on: [
    'gateway.networking.k8s.io HTTPRoute',
    'gateway.networking.k8s.io GRPCRoute',
    'gateway.networking.k8s.io TLSRoute',
    'gateway.networking.k8s.io TCPRoute',
    'gateway.networking.k8s.io UDPRoute',
  ],
  summary: 'The listener that a route names takes routes of its namespace, of its kind and for its hosts.',
  why: 'A listener takes routes of its own namespace alone unless `allowedRoutes` says more, of the kinds that its protocol has, and for hosts that it shares with them. A route that it does not take is not accepted (NotAllowedByListeners, NoMatchingListenerHostname), and requests get 404.',
  fix: 'Widen `allowedRoutes.namespaces` or `hostname` of the listener, or name the listener that is meant by `sectionName`.',
  symptoms: ['404 from the controller', 'NotAllowedByListeners', 'NoMatchingListenerHostname', 'route is not accepted'],
  references: ['https://gateway-api.sigs.k8s.io/guides/multiple-ns/'],
  good,
  bad,
  *check(route, { graph }) {
    for (const parent of parentRefsOf(route)) {
      const found = parentOf(graph, parent);
      const listeners = found === undefined ? [] : askedListeners(found, parent);
      if (listeners.length > 0) yield* refusals(graph, route, parent, listeners);
    }
  },
});

/** What every listener that is asked for has against the route, the first thing that all of them have. */
function* refusals(
  graph: Graph,
  route: SetObject,
  parent: ParentRef,
  listeners: readonly GatewayListener[],
): Iterable<Problem> {
  const ofKind = listeners.filter((one) => kindsOfListener(one)?.includes(route.kind) !== false);
  const [first] = listeners;
  if (first === undefined) return;
  const who = listeners.length === 1 ? `listener '${first.name}'` : 'every listener';
  const at = parent.sectionName === '' ? `${parent.field}.name` : `${parent.field}.sectionName`;
  if (ofKind.length === 0) {
    const kinds = [...new Set(listeners.flatMap((one) => kindsOfListener(one) ?? []))];
    const message = `${who} of ${nameOf(first.object)} speaks ${protocols(listeners)} and takes ${quoteList(kinds)}, no ${route.kind}`;
    yield { field: at, message, related: [{ object: first.object, field: first.field }] };
    return;
  }
  const open = ofKind.filter((one) => takesNamespace(graph, one, route.namespace) !== false);
  if (open.length === 0 && !namesOneNamespace(graph)) {
    const from = textOf(valueAt(first.item, 'allowedRoutes', 'namespaces', 'from')) || 'Same';
    const message = `${who} of ${nameOf(first.object)} takes no routes of namespace '${route.namespace}': allowedRoutes.namespaces.from is ${from}`;
    const field = parent.namespace === route.namespace ? at : `${parent.field}.namespace`;
    yield { field, message, related: [{ object: first.object, field: `${first.field}.allowedRoutes` }] };
    return;
  }
  yield* hostProblems(route, parent, open.length === 0 ? ofKind : open);
}

function protocols(listeners: readonly GatewayListener[]): string {
  return [...new Set(listeners.map(({ protocol }) => protocol))].join(' and ');
}

/** One finding for a route of which no host is met, or one for each host beside others that are. */
function* hostProblems(route: SetObject, parent: ParentRef, listeners: readonly GatewayListener[]): Iterable<Problem> {
  const hosts = hostnamesOf(route);
  const off = hosts.map((host) => listeners.every(({ hostname }) => !hostsMeet(hostname, host)));
  const all = off.every((one) => one);
  // Beside hosts that are met others may be those of another parent.
  if (!all && parentRefsOf(route).length > 1) return;
  const known = quoteList([...new Set(listeners.map(({ hostname }) => hostname))]);
  const related = listeners.slice(0, 1).map(({ object, field }) => ({ object, field: `${field}.hostname` }));
  for (const [index, host] of hosts.entries()) {
    if (off[index] !== true) continue;
    yield {
      field: `spec.hostnames[${index}]`,
      message: `no listener of Gateway '${parent.namespace}/${parent.name}' that is asked for serves '${host}': they serve ${known}`,
      related,
      ...(all ? {} : { severity: 'warning' }),
    };
  }
}
