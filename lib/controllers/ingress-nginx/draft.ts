import type { Route, RouteBackend, RouteObject, RoutePath } from '../dialect';
import { IngressDraft, ingressOf } from '../ingress-draft';

export const prefix = 'nginx.ingress.kubernetes.io/';

/** Requests for another Service, and the annotations that say which. */
interface Split {
  readonly backend: RouteBackend;
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * A route for ingress-nginx: an Ingress with annotations, a second one for a canary, and a ConfigMap for headers of answers.
 *
 * https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/docs/user-guide/nginx-configuration/annotations.md
 */
export class IngressNginxDraft extends IngressDraft {
  private readonly route: Route;
  private split: Split | undefined;
  private responseHeaders: Readonly<Record<string, string>> | undefined;
  private rewrites = false;

  constructor(route: Route) {
    super();
    this.route = route;
  }

  set(name: string, value: string | number | boolean): void {
    this.annotate(prefix + name, value);
  }

  /** Puts another beginning in place of the path of each rule. Paths become patterns, whose second group is the rest of the path. */
  rewrite(beginning: string): void {
    this.rewrites = true;
    this.set('use-regex', true);
    this.set('rewrite-target', `${beginning.replace(/\/$/, '')}/$2`);
  }

  /** @param annotations what is written behind the prefix, by key */
  canary(backend: RouteBackend, annotations: Readonly<Record<string, string>>): void {
    this.split = {
      backend,
      annotations: Object.fromEntries(Object.entries(annotations).map(([key, value]) => [prefix + key, value])),
    };
  }

  setResponseHeaders(headers: Readonly<Record<string, string>>): void {
    const namespace = this.namespaceFor('the ConfigMap with headers');
    this.responseHeaders = headers;
    this.set('custom-headers', `${namespace}/${this.headersName}`);
  }

  /** The namespace, where annotations must say it. @param what names what is found by it */
  namespaceFor(what: string): string {
    if (this.route.namespace !== undefined) return this.route.namespace;
    this.refuse(
      `ingress-nginx finds ${what} by the namespace, which is not known: set the namespace of the application or the chart`,
    );
    return '';
  }

  objects(): readonly RouteObject[] {
    const { split, responseHeaders } = this;
    const route = this.rewrites ? withPatterns(this.route) : this.route;
    const headers =
      responseHeaders === undefined
        ? []
        : [{ apiVersion: 'v1', kind: 'ConfigMap', name: this.headersName, spec: undefined, data: responseHeaders }];
    return [
      ...headers,
      ...(split === undefined ? [] : [canaryOf(route, split)]),
      ...this.catchAll(),
      ingressOf(route, this.annotations),
    ];
  }

  /** Beside rules a default backend takes what they leave of their hosts; all other hosts are taken by an Ingress without rules alone. */
  private catchAll(): readonly RouteObject[] {
    const { route } = this;
    if (route.defaultBackend === undefined || route.rules.length === 0) return [];
    return [ingressOf({ ...route, name: `${route.name}-default`, rules: [], tls: [] }, this.annotations)];
  }

  private get headersName(): string {
    return `${this.route.name}-response-headers`;
  }
}

/** The same rules for the other Service; all else is that of the Ingress that it stands beside. */
function canaryOf(route: Route, { backend, annotations }: Split): RouteObject {
  const rules = route.rules.map((rule) => ({ ...rule, paths: rule.paths.map((path) => ({ ...path, backend })) }));
  return ingressOf({ ...route, name: `${route.name}-canary`, rules, tls: [] }, annotations);
}

function withPatterns(route: Route): Route {
  const rules = route.rules.map((rule) => ({
    ...rule,
    paths: rule.paths.map((path): RoutePath => ({
      ...path,
      path: patternOf(path),
      pathType: 'ImplementationSpecific',
    })),
  }));
  return { ...route, rules };
}

/** A path as a pattern that ends where the path type says, and whose second group is the rest. A dot in brackets stands for itself alone. */
function patternOf({ path, pathType }: RoutePath): string {
  const bare = path.replace(/\/$/, '').replaceAll('.', '[.]');
  if (pathType === 'Exact') return `${path.replaceAll('.', '[.]')}()()$`;
  return bare === '' ? '/()(.*)' : `${bare}(/|$)(.*)`;
}
