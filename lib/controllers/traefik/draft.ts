import type { Route, RouteObject } from '../dialect';
import { IngressDraft, ingressOf } from '../ingress-draft';
import { ingressRoutes, passthroughRoute } from './ingress-route';
import { needs } from './needs';
import { exactPriority, priorityOf } from './rule';

export const traefikApi = 'traefik.io/v1alpha1';
export const prefix = 'traefik.ingress.kubernetes.io/';

/** Another Service for some of the requests of a route. */
export interface Split {
  readonly service: string;
  readonly port: number;
  /** The share in per cent, or the rule that requests must match. */
  readonly by: { readonly weight: number } | { readonly match: string };
}

/**
 * The order in which a request meets the middlewares: who may come in stands before what it costs, and the path is changed last, since the
 * others look at the one that was asked for.
 */
const order = [
  'https',
  'hsts',
  'allow',
  'in-flight',
  'rate-limit',
  'redirect',
  'cors',
  'basic-auth',
  'auth',
  'body-size',
  'headers',
  'compress',
  'strip-prefix',
  'rewrite',
] as const;

/** What a middleware is for: the end of its name. */
export type MiddlewareName = (typeof order)[number];

/**
 * A route for Traefik: an Ingress with middlewares, or, where an Ingress cannot say it, an IngressRoute or IngressRouteTCP in its place.
 *
 * https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/
 */
export class TraefikDraft extends IngressDraft {
  private readonly route: Route;
  private readonly specs = new Map<MiddlewareName, object>();
  private transport: Readonly<Record<string, unknown>> | undefined;
  /** Fields of the Service in an IngressRoute; an Ingress has annotations of the Service for them. */
  readonly serviceFields: Record<string, unknown> = {};
  split: Split | undefined;
  passthrough = false;
  /** Whether an Ingress has no way to say it. */
  needsIngressRoute = false;

  constructor(route: Route) {
    super();
    this.route = route;
  }

  middleware(name: MiddlewareName, spec: object): void {
    this.needsCrds();
    this.specs.set(name, spec);
  }

  /** Adds to the one ServersTransport for all that concerns the connection to the pods. */
  connect(fields: Readonly<Record<string, unknown>>): void {
    this.needsCrds();
    this.transport = { ...this.transport, ...fields };
    const name = `${this.route.name}-transport`;
    this.annotateService(`${prefix}service.serverstransport`, this.reference(name));
    this.serviceFields['serversTransport'] = name;
  }

  /** Writes an IngressRoute in place of the Ingress. */
  asIngressRoute(): void {
    this.needsIngressRoute = true;
    this.needsCrds();
  }

  /** Custom resources of other namespaces are never meant, so that the own one must be known. */
  needsCrds(): void {
    this.need(needs.crds);
    if (this.route.namespace !== undefined) return;
    const problem =
      'Traefik finds its own kinds by their namespace, which is not known: set the namespace of the application or the chart';
    if (!this.problems.includes(problem)) this.refuse(problem);
  }

  objects(): readonly RouteObject[] {
    const { route } = this;
    if (this.passthrough) return [passthroughRoute(route)];
    const middlewares = order
      .filter((name) => this.specs.has(name))
      .map((name) => ({
        apiVersion: traefikApi,
        kind: 'Middleware',
        name: `${route.name}-${name}`,
        spec: this.specs.get(name) ?? {},
      }));
    const transports =
      this.transport === undefined
        ? []
        : [{ apiVersion: traefikApi, kind: 'ServersTransport', name: `${route.name}-transport`, spec: this.transport }];
    const names = middlewares.map(({ name }) => name);
    const routes = this.needsIngressRoute ? ingressRoutes(route, this, names) : this.ingresses(names);
    return [...transports, ...middlewares, ...routes];
  }

  /** One Ingress, and others beside it for what it has no room for: a priority, and a default backend, which is read without rules only. */
  private ingresses(middlewares: readonly string[]): readonly RouteObject[] {
    const { route } = this;
    if (middlewares.length > 0)
      this.annotate(`${prefix}router.middlewares`, middlewares.map((name) => this.reference(name)).join(','));
    const exact = part(route, true);
    const others = part(route, false);
    const priority = { ...this.annotations, [`${prefix}router.priority`]: String(exactPriority) };
    const main =
      exact.rules.length > 0 && others.rules.length === 0
        ? ingressOf(exact, priority)
        : ingressOf(others, this.annotations);
    const beside: RouteObject[] = [];
    if (exact.rules.length > 0 && others.rules.length > 0)
      beside.push(ingressOf({ ...exact, name: `${route.name}-exact` }, priority));
    return [...beside, ...this.defaultIngress(), main];
  }

  private defaultIngress(): readonly RouteObject[] {
    const { route } = this;
    if (route.defaultBackend === undefined || route.rules.length === 0) return [];
    return [ingressOf({ ...route, name: `${route.name}-default`, rules: [], tls: [] }, this.annotations)];
  }

  /** How annotations name a custom resource of the route's namespace; Traefik turns dots into dashes (provider.Normalize). */
  private reference(name: string): string {
    return `${`${this.route.namespace ?? ''}-${name}`.replace(/[^A-Za-z0-9]+/g, '-')}@kubernetescrd`;
  }
}

/** The part of a route that has a priority of its own, or the rest of it; without the default backend where there are rules. */
function part(route: Route, prior: boolean): Route {
  const rules = route.rules
    .map((rule) => ({ ...rule, paths: rule.paths.filter((path) => (priorityOf(rule, path) !== undefined) === prior) }))
    .filter(({ paths }) => paths.length > 0);
  return { ...route, rules, defaultBackend: route.rules.length > 0 ? undefined : route.defaultBackend };
}
