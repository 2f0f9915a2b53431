import { once } from '../../graph/once';
import type { WayIn } from '../../graph/ways-in';

/** Annotations by which controllers ask who a client is, or where it comes from: `auth-url`, `whitelist-source-range`, middlewares. */
const guarding = /auth|allow-?list|white-?list|router\.middlewares|oidc|oauth/i;

/** Whether everybody who reaches the nodes, the load balancer or the controller comes in by it, as far as the manifests tell. */
export function isOpenToAll({ way, object, service, reach, sources }: WayIn): boolean {
  if (reach !== 'open' || sources.length > 0) return false;
  // The node ports beside a load balancer are a rule of their own: the load balancer itself says whom the application is for.
  if (way === 'nodePort' && service?.body.spec?.type === 'LoadBalancer') return false;
  return way !== 'route' || !isGuarded(object);
}

/** Asked once for each object: the routes of one share its annotations. */
const isGuarded = once(({ annotations }: WayIn['object']) =>
  Object.keys(annotations).some((key) => guarding.test(key)),
);

/** In words: `the load balancer`. */
export const wayNames = {
  nodePort: 'a port of every node',
  loadBalancer: 'the load balancer',
  externalIps: 'an external address',
  hostPort: 'a port of the node',
  hostNetwork: 'the network of the node',
  route: 'a route of the ingress controller',
} as const satisfies Readonly<Record<WayIn['way'], string>>;

/** The field to tell of: a Service that opens a port in several ways is told of once. */
export function openedField({ object, service, field }: WayIn): string {
  return object === service ? field.replace(/\.nodePort$/, '.port') : field;
}

/** Ways in of which each object and field stands there once, the first one. */
export function* onePerField(ways: Iterable<WayIn>): Iterable<WayIn> {
  const seen = new Map<object, Set<string>>();
  for (const way of ways) {
    const fields = seen.get(way.object) ?? new Set();
    seen.set(way.object, fields);
    const field = openedField(way);
    if (fields.has(field)) continue;
    fields.add(field);
    yield way;
  }
}
