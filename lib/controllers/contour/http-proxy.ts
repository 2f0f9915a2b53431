import type { Route, RouteBackend, RouteObject, RoutePath } from '../dialect';
import type { Split } from './draft';
import type { HeaderPolicy } from './header-policy';
import { pathMatches } from './path-match';

interface Parts {
  readonly routeFields: Readonly<Record<string, unknown>>;
  readonly serviceFields: Readonly<Record<string, unknown>>;
  readonly hostFields: Readonly<Record<string, unknown>>;
  readonly requestHeaders: HeaderPolicy;
  readonly responseHeaders: HeaderPolicy;
  readonly split: Split | undefined;
  readonly rewriteTo: string | undefined;
}

/** The hosts of a route, each with all its paths. */
type Hosts = ReadonlyMap<string, readonly RoutePath[]>;

/** A route as HTTPProxies, which have one host each. */
export function httpProxies(route: Route, parts: Parts): readonly RouteObject[] {
  return written(route, (host, paths) => {
    const tls = route.tls.find(({ hosts }) => hosts.includes(host));
    const fields = {
      ...parts.routeFields,
      requestHeadersPolicy: parts.requestHeaders.written(),
      responseHeadersPolicy: parts.responseHeaders.written(),
      // By itself an HTTPProxy with TLS redirects what comes without, and an Ingress does not: an option must not change that beside.
      permitInsecure: tls !== undefined && route.options.forceHttps !== true ? true : undefined,
    };
    return {
      virtualhost: {
        fqdn: host,
        tls: tls === undefined ? undefined : { secretName: tls.secretName },
        ...parts.hostFields,
      },
      routes: routesOf(paths, parts, fields),
    };
  });
}

/** TLS is ended by the pods; it leads by the name that the client asks for. */
export function passthroughProxies(route: Route): readonly RouteObject[] {
  return written(route, (fqdn, paths) => ({
    virtualhost: { fqdn, tls: { passthrough: true } },
    tcpproxy: { services: paths.slice(0, 1).map(({ backend }) => serviceOf(backend)) },
  }));
}

function written(route: Route, specOf: (host: string, paths: readonly RoutePath[]) => object): readonly RouteObject[] {
  const hosts = hostsOf(route);
  return [...hosts].map(([host, paths]) => ({
    apiVersion: 'projectcontour.io/v1',
    kind: 'HTTPProxy',
    name: hosts.size === 1 ? route.name : `${route.name}-${host.replace(/^\*\.(.*)$/, '$1-any')}`,
    spec: { ingressClassName: route.className, ...specOf(host, paths) },
  }));
}

function hostsOf({ rules }: Route): Hosts {
  const hosts = new Map<string, readonly RoutePath[]>();
  for (const { host, paths } of rules) if (host !== undefined) hosts.set(host, [...(hosts.get(host) ?? []), ...paths]);
  return hosts;
}

function routesOf(paths: readonly RoutePath[], parts: Parts, fields: object): readonly object[] {
  const matches = pathMatches(paths, parts.rewriteTo);
  return paths.flatMap(({ backend }, i) =>
    (matches[i] ?? []).flatMap(({ conditions, replacement }) => {
      const rewrite = replacement === undefined ? {} : { pathRewritePolicy: { replacePrefix: [{ replacement }] } };
      return actionsOf(backend, parts).map(({ condition = [], ...action }) => ({
        conditions: [...conditions, ...condition],
        ...action,
        ...rewrite,
        ...fields,
      }));
    }),
  );
}

/** Where requests go: to the Services of a route, unless it redirects. A route with more conditions is tried first. */
function actionsOf(
  backend: RouteBackend,
  { serviceFields, routeFields, split }: Parts,
): readonly { readonly condition?: readonly object[]; readonly services?: readonly object[] }[] {
  if (routeFields['requestRedirectPolicy'] !== undefined) return [{}];
  const own = { ...serviceOf(backend), ...serviceFields };
  if (split === undefined) return [{ services: [own] }];
  const other = { name: split.service, port: split.port, ...serviceFields };
  if ('weight' in split.by) {
    const { weight } = split.by;
    const services = [
      { ...own, weight: 100 - weight },
      { ...other, weight },
    ];
    return [{ services }];
  }
  return [{ condition: [{ header: split.by.header }], services: [other] }, { services: [own] }];
}

function serviceOf(backend: RouteBackend): { readonly name: string; readonly port: number } {
  if ('resource' in backend) throw new Error('a backend that is no Service is refused before');
  return { name: backend.service.name, port: backend.service.port.number };
}
