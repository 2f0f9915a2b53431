import type { Route, RouteBackend, RoutePath } from '../dialect';

/** Another Service for some of the requests of a route. */
export interface Split {
  readonly service: string;
  readonly port: number;
  /** The share in per cent, or what headers must look like. */
  readonly by: { readonly weight: number } | { readonly headers: Readonly<Record<string, object>> };
}

/** What a VirtualService says of every path. */
export interface HttpParts {
  /** Fields of each of its routes: `timeout`, `corsPolicy`, ... */
  readonly fields: Readonly<Record<string, unknown>>;
  /** What the path is changed to. */
  readonly rewrite: string | undefined;
  /** Where requests are sent instead of to a Service. */
  readonly redirect: object | undefined;
  readonly split: Split | undefined;
}

/** The paths of one host. */
export interface HostRoutes {
  readonly host: string;
  readonly http: readonly object[];
}

/** The routes of a VirtualService for each host. The default backend takes what the paths of any host leave over. */
export function httpRoutes({ rules, defaultBackend }: Route, parts: HttpParts): readonly HostRoutes[] {
  const byHost = new Map<string, RoutePath[]>();
  for (const { host = '*', paths } of rules) byHost.set(host, [...(byHost.get(host) ?? []), ...paths]);
  if (defaultBackend !== undefined && !byHost.has('*')) byHost.set('*', []);
  return [...byHost].map(([host, paths]) => {
    const own = [...paths].sort(closestFirst).flatMap((path) => routesOf(path, parts));
    const open =
      defaultBackend !== undefined && !paths.some(({ path, pathType }) => path === '/' && pathType !== 'Exact');
    const left = open ? [{ ...target(defaultBackend, parts), ...parts.fields }] : [];
    return { host, http: [...own, ...left] };
  });
}

/** The first route that fits is taken. */
function closestFirst(a: RoutePath, b: RoutePath): number {
  const rank = ({ pathType }: RoutePath): number => (pathType === 'Exact' ? 0 : 1);
  return b.path.length - a.path.length || rank(a) - rank(b);
}

function routesOf(path: RoutePath, parts: HttpParts): readonly object[] {
  const { split, rewrite, fields, redirect } = parts;
  const match = matchesOf(path);
  const common = { rewrite: rewrite === undefined || redirect !== undefined ? undefined : { uri: rewrite }, ...fields };
  const main = { match, ...target(path.backend, parts), ...common };
  if (split === undefined || redirect !== undefined || 'weight' in split.by) return [main];
  const { headers } = split.by;
  const other = match.map((one) => ({ ...one, headers }));
  return [{ match: other, route: [{ destination: destination(split.service, split.port) }], ...common }, main];
}

function target(backend: RouteBackend, { redirect, split }: HttpParts): object {
  if (redirect !== undefined) return { redirect };
  const { name, port } = serviceOf(backend);
  const own = destination(name, port.number);
  if (split === undefined || !('weight' in split.by)) return { route: [{ destination: own }] };
  const { weight } = split.by;
  const other = destination(split.service, split.port);
  return {
    route: [
      { destination: own, weight: 100 - weight },
      { destination: other, weight },
    ],
  };
}

/** A name without a namespace is looked for beside the VirtualService. */
export function destination(host: string, port: number): object {
  return { host, port: { number: port } };
}

export function serviceOf(backend: RouteBackend): Extract<RouteBackend, { readonly service: unknown }>['service'] {
  if ('resource' in backend) throw new Error('a backend that is no Service is refused before');
  return backend.service;
}

/**
 * `prefix` goes by letters, so that the end of an element is asked for. What an Ingress means by ImplementationSpecific is told by
 * createFallbackStringMatch in pilot/pkg/config/kube/ingress/virtualservices.go of istio/istio.
 */
function matchesOf({ path, pathType }: RoutePath): readonly { readonly uri: object }[] {
  if (pathType === 'Exact') return [{ uri: { exact: path } }];
  if (pathType === 'ImplementationSpecific') {
    const stem = path.replace(/(?:\.|\/)\*$/, '');
    return [{ uri: stem === path ? { exact: path } : { prefix: stem === '' ? '/' : stem } }];
  }
  const bare = path.replace(/\/$/, '');
  return bare === '' ? [{ uri: { prefix: '/' } }] : [{ uri: { exact: bare } }, { uri: { prefix: `${bare}/` } }];
}
