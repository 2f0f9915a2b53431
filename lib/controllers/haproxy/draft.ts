import type { Route, RouteBackend, RouteObject } from '../dialect';
import { IngressDraft, ingressOf } from '../ingress-draft';

export const prefix = 'haproxy.org/';

/**
 * A route for HAProxy: an Ingress with annotations, and annotations of the Service for all that concerns its backend, which every Ingress
 * before the Service shares.
 *
 * https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/documentation/annotations.md
 */
export class HaproxyDraft extends IngressDraft {
  private readonly route: Route;
  private readonly requestHeaders: string[] = [];
  private readonly responseHeaders: string[] = [];
  private readonly backend: Record<string, string> = {};
  private canary: RouteBackend | undefined;

  constructor(route: Route) {
    super();
    this.route = route;
  }

  set(name: string, value: string | number | boolean): void {
    this.annotate(prefix + name, value);
  }

  /** Sets an annotation for the connection to the pods. */
  setBackend(name: string, value: string): void {
    this.annotateService(prefix + name, value);
    this.backend[prefix + name] = value;
  }

  /** @param value in quotes */
  setRequestHeader(name: string, value: string): void {
    this.requestHeaders.push(`${name} ${value}`);
  }

  /** @param value in quotes */
  setResponseHeader(name: string, value: string): void {
    this.responseHeaders.push(`${name} ${value}`);
  }

  /**
   * Leads requests for which a condition does not hold to another Service. A condition stands on the Service that it leads to, and the
   * canary's is not ours; so ours has the reverse one, and all that it does not take go to the canary by an Ingress.
   *
   * @param acl what holds for requests that stay
   */
  split(canary: RouteBackend, acl: string): void {
    this.canary = canary;
    this.annotateService(`${prefix}route-acl`, acl);
    this.exclusiveService =
      'HAProxy reads the canary from the Service, so that another Ingress would lose the requests of the canary: give the other one an application of its own';
  }

  objects(): readonly RouteObject[] {
    const { route, canary } = this;
    if (this.requestHeaders.length > 0) this.set('request-set-header', this.requestHeaders.join('\n'));
    if (this.responseHeaders.length > 0) this.set('response-set-header', this.responseHeaders.join('\n'));
    const main = ingressOf(route, this.annotations);
    if (canary === undefined) return [main];
    const rules = route.rules.map((rule) => ({
      ...rule,
      paths: rule.paths.map((path) => ({ ...path, backend: canary })),
    }));
    const other = { ...route, name: `${route.name}-canary`, rules };
    return [ingressOf(other, { ...this.annotations, ...this.backend }), main];
  }
}
