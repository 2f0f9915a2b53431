import type { Route, RouteBackend, RouteObject, RouteRule } from '../dialect';
import { elementwise, locationOf } from './paths';

export const nginxApi = 'k8s.nginx.org/v1';

/** Which requests are for the canary: a share in per cent, or those that meet a condition. */
export type CanaryShare = { readonly weight: number } | { readonly condition: Readonly<Record<string, string>> };

/** What answers a request in place of the Service: another one for some of them, or a redirect. */
export type Answer =
  | { readonly redirect: { readonly url: string; readonly code: number } }
  | { readonly canary: { readonly service: string; readonly port: number }; readonly by: CanaryShare };

/** The parts of a VirtualServer that options write. */
export interface VirtualServerParts {
  readonly answer: Answer;
  /** Fields of every upstream. */
  readonly upstream: Readonly<Record<string, unknown>>;
  /** Fields of the action that hands a request on. */
  readonly proxy: Readonly<Record<string, unknown>>;
  /** The names of Policies. */
  readonly policies: readonly string[];
  readonly redirectsToHttps: boolean;
}

/** A route as VirtualServers, which have one host each. */
export function virtualServers(route: Route, parts: VirtualServerParts): readonly RouteObject[] {
  const { name, className, tls, rules } = route;
  const [certificate] = tls;
  return rules.map((rule, i) => ({
    apiVersion: nginxApi,
    kind: 'VirtualServer',
    // The last of the objects has the name of the route.
    name: i === rules.length - 1 ? name : `${name}-${i + 1}`,
    spec: {
      ingressClassName: className,
      host: rule.host,
      tls:
        certificate === undefined
          ? undefined
          : { secret: certificate.secretName, redirect: { enable: parts.redirectsToHttps } },
      policies: parts.policies.length > 0 ? parts.policies.map((policy) => ({ name: policy })) : undefined,
      ...routesOf(rule, parts),
    },
  }));
}

function routesOf({ paths }: RouteRule, { answer, upstream, proxy }: VirtualServerParts): object {
  const places = elementwise(paths);
  if ('redirect' in answer)
    return { routes: places.map((path) => ({ path: locationOf(path), action: { redirect: answer.redirect } })) };
  const ports = [...new Set(places.map(({ backend }) => portOf(backend)))];
  const [service] = places.map(({ backend }) => serviceOf(backend).name);
  const { canary, by } = answer;
  const pass = (name: string): object =>
    Object.keys(proxy).length === 0 ? { pass: name } : { proxy: { upstream: name, ...proxy } };
  return {
    upstreams: [
      ...ports.map((port) => ({ name: `main-${port}`, service, port, ...upstream })),
      { name: 'canary', service: canary.service, port: canary.port, ...upstream },
    ],
    routes: places.map((path) => {
      const main = pass(`main-${portOf(path.backend)}`);
      return { path: locationOf(path), ...shared(by, main, pass('canary')) };
    }),
  };
}

function shared(by: CanaryShare, main: object, canary: object): object {
  if ('condition' in by) return { matches: [{ conditions: [by.condition], action: canary }], action: main };
  return {
    splits: [
      { weight: 100 - by.weight, action: main },
      { weight: by.weight, action: canary },
    ],
  };
}

/** TLS is ended by the pods; it leads by the name that the client asks for. */
export function passthroughServers({ name, className, rules }: Route): readonly RouteObject[] {
  return rules.flatMap(({ host, paths: [first] }, i) => {
    if (first === undefined) return [];
    const { name: service, port } = serviceOf(first.backend);
    return {
      apiVersion: nginxApi,
      kind: 'TransportServer',
      name: i === rules.length - 1 ? name : `${name}-${i + 1}`,
      spec: {
        ingressClassName: className,
        listener: { name: 'tls-passthrough', protocol: 'TLS_PASSTHROUGH' },
        host,
        upstreams: [{ name: 'main', service, port: port.number }],
        action: { pass: 'main' },
      },
    };
  });
}

function portOf(backend: RouteBackend): number {
  return serviceOf(backend).port.number;
}

function serviceOf(backend: RouteBackend): { readonly name: string; readonly port: { readonly number: number } } {
  if ('resource' in backend) throw new Error('a backend that is no Service is refused before');
  return backend.service;
}
