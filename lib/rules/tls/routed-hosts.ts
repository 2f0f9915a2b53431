import { addTo } from '../../graph/add-to';
import type { Graph } from '../../graph/graph';
import { oncePerGraph } from '../../graph/once';
import { gatewayRoutesOf, hostnamesOf, parentRefsOf, type ParentRef } from '../../graph/routes/gateway';
import {
  askedListeners,
  hostsMeet,
  kindsOfListener,
  parentOf,
  takesNamespace,
  type GatewayListener,
} from '../../graph/routes/gateway-listeners';
import type { SetObject } from '../../graph/set-object';

/** The hosts under which a listener serves routes of the set: what both name, and that of the listener for routes that name none. */
export function routedHosts(graph: Graph, listener: GatewayListener): readonly string[] {
  const asking = routesOfGateways(graph).get(listener.object) ?? [];
  const hosts = asking
    .filter(({ route, ref }) => attaches(graph, route, ref, listener))
    .flatMap(({ route }) => hostsOf(route, listener.hostname));
  return [...new Set(hosts)];
}

interface Asking {
  readonly route: SetObject;
  readonly ref: ParentRef;
}

const routesOfGateways = oncePerGraph((graph): ReadonlyMap<SetObject, readonly Asking[]> => {
  const asking = new Map<SetObject, Asking[]>();
  for (const route of gatewayRoutesOf(graph)) {
    for (const ref of parentRefsOf(route)) {
      const parent = parentOf(graph, ref);
      if (parent !== undefined) addTo(asking, parent, { route, ref });
    }
  }
  return asking;
});

function attaches(graph: Graph, route: SetObject, ref: ParentRef, listener: GatewayListener): boolean {
  const isAsked = askedListeners(listener.object, ref).some(({ field }) => field === listener.field);
  if (!isAsked || kindsOfListener(listener)?.includes(route.kind) === false) return false;
  return takesNamespace(graph, listener, route.namespace) !== false;
}

function hostsOf(route: SetObject, hostname: string): readonly string[] {
  const named = hostnamesOf(route);
  if (named.length === 0) return [hostname];
  return named.filter((host) => hostsMeet(hostname, host)).map((host) => narrower(hostname, host));
}

/** Of two hosts that meet, one covers the other. */
function narrower(one: string, other: string): string {
  return one === '' || (one.startsWith('*.') && !(other.startsWith('*.') && other.length < one.length)) ? other : one;
}
