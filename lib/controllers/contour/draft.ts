import type { Route, RouteObject } from '../dialect';
import { IngressDraft, ingressOf } from '../ingress-draft';
import { HeaderPolicy } from './header-policy';
import { httpProxies, passthroughProxies } from './http-proxy';
import { ownHost } from './needs';
import { checkHttpProxy } from './route-checks';

/** Another Service for some of the requests of a route. */
export interface Split {
  readonly service: string;
  readonly port: number;
  /** The share in per cent, or the `header` condition that requests must fulfil. */
  readonly by: { readonly weight: number } | { readonly header: object };
}

/**
 * A route for Contour: an Ingress, or, where an Ingress cannot say it, an HTTPProxy for each host in its place.
 *
 * https://projectcontour.io/docs/1.33/config/api/
 */
export class ContourDraft extends IngressDraft {
  private readonly route: Route;
  private needsHttpProxy = false;
  passthrough = false;
  /** Fields of every route of an HTTPProxy; an Ingress has annotations for as many of them as it knows. */
  readonly routeFields: Record<string, unknown> = {};
  /** Fields of every Service in an HTTPProxy. */
  readonly serviceFields: Record<string, unknown> = {};
  /** Fields of the virtual host of an HTTPProxy. */
  readonly hostFields: Record<string, unknown> = {};
  readonly requestHeaders = new HeaderPolicy();
  readonly responseHeaders = new HeaderPolicy();
  split: Split | undefined;
  /** What stands in place of the matched path, without a slash at its end. */
  rewriteTo: string | undefined;

  constructor(route: Route) {
    super();
    this.route = route;
  }

  /** Writes HTTPProxies in place of the Ingress. */
  asHttpProxy(option: string): void {
    if (this.needsHttpProxy) return;
    this.needsHttpProxy = true;
    checkHttpProxy(this.route, this, option);
    this.ownHosts();
  }

  asPassthrough(): void {
    this.passthrough = true;
    this.ownHosts();
  }

  objects(): readonly RouteObject[] {
    const { route } = this;
    if (this.passthrough) return passthroughProxies(route);
    return this.needsHttpProxy ? httpProxies(route, this) : [ingressOf(route, this.annotations)];
  }

  private ownHosts(): void {
    for (const { host } of this.route.rules) if (host !== undefined) this.need(ownHost(host));
  }
}
