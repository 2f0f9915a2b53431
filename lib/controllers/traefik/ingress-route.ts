import type { Route, RouteBackend, RouteObject, RoutePath, RouteRule } from '../dialect';
import { matchOf, priorityOf, quoted } from './rule';
import type { Split } from './draft';

const apiVersion = 'traefik.io/v1alpha1';

interface Parts {
  readonly serviceFields: Readonly<Record<string, unknown>>;
  readonly split: Split | undefined;
}

/**
 * A route as IngressRoutes: one with TLS is read on TLS alone, so that plain HTTP takes another. An Ingress is read on both.
 *
 * @param middlewares names of Middlewares of the same namespace
 */
export function ingressRoutes(route: Route, parts: Parts, middlewares: readonly string[]): readonly RouteObject[] {
  const [tls] = route.tls;
  const routes = route.rules.flatMap((rule) => rule.paths.flatMap((path) => routesOf(rule, path, parts, middlewares)));
  const write = (name: string, fields: object): RouteObject => ({
    apiVersion,
    kind: 'IngressRoute',
    name,
    spec: { ingressClassName: route.className, ...fields, routes },
  });
  if (tls === undefined) return [write(route.name, {})];
  return [
    write(`${route.name}-http`, { entryPoints: ['web'] }),
    write(route.name, { entryPoints: ['websecure'], tls: { secretName: tls.secretName } }),
  ];
}

function routesOf(rule: RouteRule, path: RoutePath, parts: Parts, middlewares: readonly string[]): readonly object[] {
  const { serviceFields, split } = parts;
  const match = matchOf(rule.host, path);
  const priority = priorityOf(rule, path);
  const own = { ...serviceOf(path.backend), ...serviceFields };
  const common = {
    kind: 'Rule',
    priority,
    middlewares: middlewares.length > 0 ? middlewares.map((name) => ({ name })) : undefined,
  };
  if (split === undefined) return [{ ...common, match, services: [own] }];
  const { service, port, by } = split;
  const other = { name: service, port, ...serviceFields };
  if ('weight' in by) {
    const services = [
      { ...own, weight: 100 - by.weight },
      { ...other, weight: by.weight },
    ];
    return [{ ...common, match, services }];
  }
  return [
    // The longer rule comes first by itself; where the length does not count, a number must say so.
    {
      ...common,
      priority: priority === undefined ? undefined : priority + 1,
      match: `${match} && ${by.match}`,
      services: [other],
    },
    { ...common, match, services: [own] },
  ];
}

/** TLS is ended by the pods; it leads by the name that the client asks for. */
export function passthroughRoute(route: Route): RouteObject {
  return {
    apiVersion,
    kind: 'IngressRouteTCP',
    name: route.name,
    spec: {
      ingressClassName: route.className,
      entryPoints: ['websecure'],
      routes: route.rules.flatMap(({ host = '*', paths: [first] }) =>
        first === undefined ? [] : { match: `HostSNI(${quoted(host)})`, services: [serviceOf(first.backend)] },
      ),
      tls: { passthrough: true },
    },
  };
}

function serviceOf(backend: RouteBackend): { readonly name: string; readonly port: number } {
  if ('resource' in backend) throw new Error('a backend that is no Service is refused before');
  return { name: backend.service.name, port: backend.service.port.number };
}
