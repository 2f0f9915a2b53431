import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import type { Graph } from '../graph';
import type { SetObject } from '../set-object';
import { backendAt, hostOf, itemsAt, routeOf, type Item } from './custom-route';
import type { Route, RouteBackend } from './route';

type Objects = Pick<Graph, 'ofKind' | 'find'>;

/** How deep HTTPProxies may include each other: Contour refuses circles. */
const deepest = 8;

/** A reference to another HTTPProxy, and what is asked of requests before they are led there. */
export interface Include {
  readonly namespace: string;
  readonly name: string;
  /** `spec.includes[0]`. */
  readonly field: string;
  readonly item: unknown;
}

/** The name that a root serves; empty for a child, which others include. */
export function fqdnOf({ body }: SetObject): string {
  return textOf(valueAt(body, 'spec', 'virtualhost', 'fqdn'));
}

/** What an HTTPProxy includes, of HTTP and of TCP. */
export function includesOf(from: SetObject): readonly Include[] {
  const spec = valueAt(from.body, 'spec');
  const listed = itemsAt(spec, 'includes', 'spec').map((one) => include(from, one));
  const tcp = ['include', 'includes'].map((name) =>
    include(from, { item: valueAt(spec, 'tcpproxy', name), field: `spec.tcpproxy.${name}` }),
  );
  return [...listed, ...tcp].filter(({ name }) => name !== '');
}

function include(from: SetObject, { item, field }: Item): Include {
  const namespace = textOf(valueAt(item, 'namespace')) || from.namespace;
  return { namespace, name: textOf(valueAt(item, 'name')), field, item };
}

/** What is asked of a request: conditions of an include and of a route add up. */
interface Conditions {
  readonly prefix: string;
  readonly exact: string | undefined;
  readonly regex: string | undefined;
  readonly conditional: boolean;
}

const nothing: Conditions = { prefix: '', exact: undefined, regex: undefined, conditional: false };

/** The routes of HTTPProxies, each by the name of its root; those of children that no root of the set includes by any name. */
export function contourRoutes(graph: Objects): readonly Route[] {
  const proxies = graph.ofKind('projectcontour.io HTTPProxy');
  const reader = new Reader(graph);
  const roots = proxies.filter((one) => fqdnOf(one) !== '');
  const led = roots.flatMap((root) => reader.routesOf(root, fqdnOf(root), nothing, 0));
  const alone = proxies.filter((one) => !reader.seen.has(one));
  return [...led, ...alone.flatMap((one) => reader.routesOf(one, '', { ...nothing, conditional: true }, deepest))];
}

class Reader {
  readonly seen = new Set<SetObject>();
  private readonly graph: Objects;
  private readonly backends = new Map<unknown, readonly RouteBackend[]>();

  constructor(graph: Objects) {
    this.graph = graph;
  }

  routesOf(from: SetObject, fqdn: string, before: Conditions, depth: number): readonly Route[] {
    this.seen.add(from);
    const spec = valueAt(from.body, 'spec');
    const host = hostOf(fqdn);
    const root = fqdn !== '' && fqdnOf(from) === fqdn;
    const own = itemsAt(spec, 'routes', 'spec').map(({ item, field }) => {
      const asked = added(before, valueAt(item, 'conditions'));
      const place = { from, host, hostField: root ? 'spec.virtualhost.fqdn' : field, pathField: field };
      return routeOf({ ...place, ...pathOf(asked), backends: this.backendsAt(from, field, item) });
    });
    return [...this.tcpRoutes(from, host, root), ...own, ...this.included(from, fqdn, before, depth)];
  }

  private tcpRoutes(from: SetObject, host: string, root: boolean): readonly Route[] {
    const tcp = valueAt(from.body, 'spec', 'tcpproxy');
    if (itemsOf(valueAt(tcp, 'services')).length === 0) return [];
    const passes = valueAt(from.body, 'spec', 'virtualhost', 'tls', 'passthrough') === true;
    const field = 'spec.tcpproxy';
    const hostField = root ? 'spec.virtualhost.fqdn' : field;
    const backends = this.backendsAt(from, field, tcp);
    return [
      routeOf({
        from,
        host,
        hostField,
        pathField: field,
        protocol: passes ? 'tls' : 'tcp',
        backends,
        conditional: host === '',
      }),
    ];
  }

  private included(from: SetObject, fqdn: string, before: Conditions, depth: number): readonly Route[] {
    if (depth >= deepest) return [];
    return includesOf(from).flatMap(({ namespace, name, item }) => {
      const child = this.graph.find('projectcontour.io HTTPProxy', namespace, name);
      if (child === undefined || fqdnOf(child) !== '') return [];
      return this.routesOf(child, fqdn, added(before, valueAt(item, 'conditions')), depth + 1);
    });
  }

  /** Read once, however many roots include it. */
  private backendsAt(from: SetObject, field: string, item: unknown): readonly RouteBackend[] {
    const found = this.backends.get(item) ?? itemsAt(item, 'services', field).flatMap((one) => backendAt(from, one));
    this.backends.set(item, found);
    return found;
  }
}

function added(before: Conditions, conditions: unknown): Conditions {
  return itemsOf(conditions).reduce<Conditions>((asked, item) => {
    const [prefix, exact, regex] = ['prefix', 'exact', 'regex'].map((name) => textOf(valueAt(item, name)));
    const more = ['header', 'queryParameter'].some((name) => valueAt(item, name) !== undefined);
    return {
      prefix: prefix === undefined || prefix === '' ? asked.prefix : joined(asked.prefix, prefix),
      exact: exact === '' ? asked.exact : exact,
      regex: regex === '' ? asked.regex : regex,
      conditional: asked.conditional || more,
    };
  }, before);
}

/** `/api` and `/v1` are `/api/v1`. */
function joined(prefix: string, more: string): string {
  return `${prefix}${more}`.replace(/\/{2,}/g, '/');
}

function pathOf({ prefix, exact, regex, conditional }: Conditions): Pick<Route, 'path' | 'pathType' | 'conditional'> {
  if (regex !== undefined) return { path: prefix + regex, pathType: 'RegularExpression', conditional };
  if (exact !== undefined) return { path: joined(prefix, exact), pathType: 'Exact', conditional };
  return { path: prefix === '' ? '/' : prefix, pathType: 'Prefix', conditional };
}
