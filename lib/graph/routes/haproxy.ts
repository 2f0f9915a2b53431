import { itemsOf, valueAt } from '../../manifests/untyped';
import type { Graph } from '../graph';
import type { SetObject } from '../set-object';
import { backendAt, itemsAt, routeOf } from './custom-route';
import type { Route } from './route';

/** The routes of HAProxy's kind TCP, whose `spec` is a list of frontends. */
export function haproxyRoutes(graph: Pick<Graph, 'ofKind'>): readonly Route[] {
  return ['ingress.v1.haproxy.org', 'ingress.v3.haproxy.org'].flatMap((group) =>
    graph.ofKind(`${group} TCP`).flatMap(tcpRoutes),
  );
}

function tcpRoutes(from: SetObject): readonly Route[] {
  return itemsOf(valueAt(from.body, 'spec')).map((item, index) => {
    const field = `spec[${index}]`;
    const main = { item: valueAt(item, 'service'), field: `${field}.service` };
    const backends = [main, ...itemsAt(item, 'services', field)].flatMap((one) => backendAt(from, one));
    // Each has ports of its own, which are told where it binds.
    return routeOf({ from, protocol: 'tcp', hostField: field, backends, conditional: true });
  });
}
