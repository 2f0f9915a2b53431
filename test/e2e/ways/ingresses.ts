import type { Ingress, IngressBackend, IngressPath, Service } from '../objects';
import type { Live } from './live';
import { choiceOf } from './services';
import type { Expected, HttpRequest, Unasked, Way } from './way';
import { addressText } from './way';

/** Where Ingresses are asked. */
export interface IngressAddress {
  readonly address: string | undefined;
  readonly port: number;
  readonly tlsPort: number;
}

interface Route {
  readonly host: string | undefined;
  readonly path: string;
  readonly pathType: string;
  readonly backend: IngressBackend;
  readonly ingress: Ingress;
}

/** A name that no rule has. */
const unknownHost = 'nobody.e2e.example';

/** One request for each path of each rule, and one that no rule takes where there is a default backend. */
export function ingressWays(live: Live, at: IngressAddress): readonly (Way | Unasked)[] {
  const routes = live.ingresses.flatMap(routesOf);
  const own = routes.flatMap((route) => {
    const host = route.host?.replace('*', 'e2e') ?? unknownHost;
    return pathsOf(route).map((path) =>
      ask(route.ingress, winner(routes, host, path) ?? route, { host, path }, live, at),
    );
  });
  const others = live.ingresses.flatMap((ingress) => {
    const { defaultBackend: backend } = ingress.spec;
    if (backend === undefined) return [];
    return [ask(ingress, { backend, ingress }, { host: unknownHost, path: '/e2e' }, live, at, 'Ingress (default)')];
  });
  return [...own, ...others];
}

function routesOf(ingress: Ingress): readonly Route[] {
  return (ingress.spec.rules ?? []).flatMap(({ host, http }) =>
    (http?.paths ?? []).map(({ path = '/', pathType, backend }: IngressPath) => ({
      host,
      path,
      pathType,
      backend,
      ingress,
    })),
  );
}

/** Requests that the route takes: the path itself, and one below it. */
function pathsOf({ path, pathType }: Route): readonly string[] {
  if (pathType === 'Exact') return [path];
  const root = prefixOf({ path, pathType });
  return [root === '' ? '/' : root, `${root}/e2e`];
}

/** Without the slash at its end; what stands before the first sign of a regular expression, where a path may be one. */
function prefixOf({ path, pathType }: Pick<Route, 'path' | 'pathType'>): string {
  const literal = pathType === 'Prefix' ? path : (/^[\w/.~-]*/.exec(path)?.[0] ?? '/');
  return literal.replace(/\/$/, '');
}

/** Who takes a request: the exact host before the wildcard, the exact path before the prefix, the longer path before the shorter. */
export function winner(routes: readonly Route[], host: string, path: string): Route | undefined {
  const matching = routes.filter((route) => matchesHost(route.host, host) && matchesPath(route, path));
  const rank = ({ host: own, path: to, pathType }: Route): readonly number[] => [
    own === host ? 2 : own?.startsWith('*') ? 1 : 0,
    pathType === 'Exact' ? 1 : 0,
    to.length,
  ];
  return [...matching].sort((a, b) => compare(rank(b), rank(a)))[0];
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((value, i) => value - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function matchesHost(rule: string | undefined, host: string): boolean {
  if (rule === undefined || rule === host) return true;
  return rule.startsWith('*.') && host.slice(host.indexOf('.')) === rule.slice(1);
}

function matchesPath({ path, pathType }: Route, asked: string): boolean {
  if (pathType === 'Exact') return path === asked;
  const root = prefixOf({ path, pathType });
  return asked === root || asked.startsWith(`${root}/`);
}

function ask(
  { spec, status, metadata }: Ingress,
  { backend, ingress }: Pick<Route, 'backend' | 'ingress'>,
  { host, path }: Pick<HttpRequest, 'host' | 'path'>,
  live: Live,
  at: IngressAddress,
  way = 'Ingress',
): Way | Unasked {
  const covered = (spec.tls ?? []).find(({ hosts }) => hosts?.some((one) => matchesHost(one, host)) ?? true);
  const secure = covered !== undefined && way === 'Ingress';
  const protocol = secure ? 'https' : 'http';
  const port = secure ? at.tlsPort : at.port;
  const [given] = status?.loadBalancer?.ingress ?? [];
  const address = at.address ?? given?.ip ?? given?.hostname;
  const asked = addressText(protocol, host, port, path);
  if (backend.resource !== undefined) {
    return { way, asked, reason: `leads to a ${backend.resource.kind}`, failed: false };
  }
  const behind = podsBehind(backend, ingress, live.services);
  if (behind === undefined) return { way, asked, reason: `no Service ${backendText(backend)}`, failed: true };
  if (address === undefined) {
    return { way, asked, reason: `no controller took class ${spec.ingressClassName ?? '(none)'}`, failed: true };
  }
  const secret = covered?.secretName;
  const certificate = secret === undefined ? undefined : `${metadata.namespace ?? ''}/${secret}`;
  return {
    way: secure ? 'Ingress (TLS)' : way,
    asked,
    protocol,
    sender: { from: 'machine', address, port },
    expected: behind,
    http: { host, path, certificate },
  };
}

function backendText({ service }: IngressBackend): string {
  return `${service?.name ?? ''}:${service?.port.name ?? service?.port.number ?? ''}`;
}

function podsBehind(
  { service: wanted }: IngressBackend,
  { metadata }: Ingress,
  services: readonly Service[],
): Expected | undefined {
  const service = services.find(
    (one) => one.metadata.name === wanted?.name && one.metadata.namespace === metadata.namespace,
  );
  const port = service?.spec.ports?.find(({ name, port: number }) =>
    wanted?.port.name === undefined ? wanted?.port.number === number : wanted.port.name === name,
  );
  return service === undefined || port === undefined ? undefined : { by: choiceOf(service), port };
}
