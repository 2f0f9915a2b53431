import type { Route, RouteBackend, RouteObject, RouteRule } from '../dialect';
import { IngressDraft, ingressOf } from '../ingress-draft';

export const traefikApi = 'traefik.io/v1alpha1';

/** Another Service for some of the requests of a route. */
export interface Split {
  readonly service: string;
  readonly port: number;
  /** The share in per cent, or the rule that requests must match. */
  readonly by: { readonly weight: number } | { readonly match: string };
}

/**
 * A route for Traefik: an Ingress with middlewares, or, where an Ingress cannot say it, an IngressRoute or IngressRouteTCP in its place.
 *
 * https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/
 */
export class TraefikDraft extends IngressDraft {
  /** In the order in which a request meets them. */
  private readonly middlewares: RouteObject[] = [];
  /** Fields of the Service in an IngressRoute; an Ingress has annotations of the Service for them. */
  readonly serviceFields: Record<string, unknown> = {};
  split: Split | undefined;
  passthrough = false;
  /** Whether an Ingress has no way to say it. */
  needsIngressRoute = false;

  /** Adds a middleware; Traefik knows it by its namespace, so that one must be known. */
  middleware(route: Route, suffix: string, spec: object): void {
    if (route.namespace === undefined) {
      this.refuse(
        'Traefik finds a Middleware by its namespace, which is not known: set the namespace of the application or the chart',
      );
    }
    this.need({ id: 'crd-provider', setting: "Traefik's CRDs, and the flag --providers.kubernetescrd" });
    this.middlewares.push({ apiVersion: traefikApi, kind: 'Middleware', name: `${route.name}-${suffix}`, spec });
  }

  objects(route: Route): readonly RouteObject[] {
    if (this.passthrough) return [...this.beside, passthroughRoute(route)];
    const before = [...this.beside, ...this.middlewares];
    if (this.needsIngressRoute) return [...before, this.ingressRoute(route)];
    const names = this.middlewares.map(({ name }) => `${route.namespace ?? ''}-${name}@kubernetescrd`);
    if (names.length > 0) this.annotate('traefik.ingress.kubernetes.io/router.middlewares', names.join(','));
    return [...before, ingressOf(route, this.annotations)];
  }

  private ingressRoute(route: Route): RouteObject {
    const middlewares = this.middlewares.map(({ name }) => ({ name }));
    const routes = route.rules.flatMap((rule) => this.rules(rule, middlewares));
    const [tls] = route.tls;
    return {
      apiVersion: traefikApi,
      kind: 'IngressRoute',
      name: route.name,
      annotations: this.annotations,
      spec: {
        ingressClassName: route.className,
        routes,
        tls: tls === undefined ? undefined : { secretName: tls.secretName },
      },
    };
  }

  private rules(rule: RouteRule, middlewares: readonly object[]): readonly object[] {
    return rule.paths.flatMap(({ path, pathType, backend }) => {
      const match = matchOf(rule.host, path, pathType);
      const own = { ...serviceOf(backend), ...this.serviceFields };
      const common = { kind: 'Rule', middlewares: middlewares.length > 0 ? middlewares : undefined };
      if (this.split === undefined) return [{ ...common, match, services: [own] }];
      const { service, port, by } = this.split;
      const other = { name: service, port, ...this.serviceFields };
      if ('match' in by) {
        return [
          { ...common, match: `${match} && ${by.match}`, services: [other] },
          { ...common, match, services: [own] },
        ];
      }
      return [
        {
          ...common,
          match,
          services: [
            { ...own, weight: 100 - by.weight },
            { ...other, weight: by.weight },
          ],
        },
      ];
    });
  }
}

/** The rule of a host and a path; `PathPrefix` alone matches by letters, so that the end of an element is asked for. */
function matchOf(host: string | undefined, path: string, pathType: RouteRule['paths'][number]['pathType']): string {
  const parts: string[] = [];
  if (host?.startsWith('*.') === true) parts.push(`HostRegexp(\`^[^.]+${escapeRegex(host.slice(1))}$\`)`);
  else if (host !== undefined) parts.push(`Host(\`${host}\`)`);
  if (pathType === 'Exact') parts.push(`Path(\`${path}\`)`);
  else if (pathType === 'Prefix' && path !== '/') {
    const bare = path.replace(/\/$/, '');
    parts.push(`(Path(\`${bare}\`) || PathPrefix(\`${bare}/\`))`);
  } else parts.push(`PathPrefix(\`${path}\`)`);
  return parts.join(' && ');
}

function passthroughRoute(route: Route): RouteObject {
  return {
    apiVersion: traefikApi,
    kind: 'IngressRouteTCP',
    name: route.name,
    spec: {
      ingressClassName: route.className,
      entryPoints: ['websecure'],
      routes: route.rules.map(({ host, paths: [first] }) => ({
        match: `HostSNI(\`${host ?? '*'}\`)`,
        services: first === undefined ? [] : [serviceOf(first.backend)],
      })),
      tls: { passthrough: true },
    },
  };
}

function serviceOf(backend: RouteBackend): { name: string; port: number } {
  if ('resource' in backend) return { name: backend.resource.name, port: 0 };
  return { name: backend.service.name, port: backend.service.port.number };
}

/** The text as a regular expression that matches it alone. */
export function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
