import type { Route, RouteObject } from '../dialect';
import { IngressDraft, ingressOf } from '../ingress-draft';
import { needs } from './needs';
import { elementwise } from './paths';
import type { Answer } from './virtual-server';
import { nginxApi, passthroughServers, virtualServers } from './virtual-server';

export const prefix = 'nginx.org/';

/** What a Policy is for: the end of its name. */
export type PolicyName = 'allow' | 'deny' | 'rate-limit' | 'basic-auth' | 'auth' | 'cors' | 'backend-tls';

interface Header {
  readonly name: string;
  readonly value: string;
}

/**
 * A route for the F5 NGINX Ingress Controller: an Ingress with annotations and Policies, or, where an Ingress cannot say it, a VirtualServer
 * or TransportServer in its place.
 *
 * https://docs.nginx.com/nginx-ingress-controller/configuration/
 */
export class NginxDraft extends IngressDraft {
  private readonly route: Route;
  private readonly policies = new Map<PolicyName, object>();
  /** Policies of options that an Ingress has annotations for. */
  private readonly policiesInstead = new Map<PolicyName, object>();
  private answer: Answer | undefined;
  /** Fields of the upstreams of a VirtualServer; an Ingress has annotations for them. */
  readonly upstream: Record<string, unknown> = {};
  /** Fields of the action of a VirtualServer that hands a request on. */
  readonly proxy: Record<string, unknown> = {};
  private readonly requestHeaders: Header[] = [];
  private readonly responseHeaders: (Header & { readonly always: true })[] = [];
  private readonly hiddenHeaders: string[] = [];
  passthrough = false;
  redirectsToHttps = true;

  constructor(route: Route) {
    super();
    this.route = route;
  }

  set(name: string, value: string | number | boolean): void {
    this.annotate(prefix + name, value);
  }

  /** An empty value takes the header away. */
  setRequestHeader(name: string, value: string): void {
    if (this.refusesHeader(name, value, /[",$\\]/, 'quotes, commas, dollar signs and backslashes')) return;
    this.requestHeaders.push({ name, value });
  }

  /** Sets a header of answers, whatever the pods say of it. */
  setResponseHeader(name: string, value: string): void {
    if (this.refusesHeader(name, value, /[":,$\\]/, 'quotes, commas, colons, dollar signs and backslashes')) return;
    this.responseHeaders.push({ name, value, always: true });
    this.hideResponseHeader(name);
  }

  hideResponseHeader(name: string): void {
    this.hiddenHeaders.push(name);
  }

  /** Names the Service behind the route in an annotation for some of the Services of an Ingress. */
  setForServices(name: string): void {
    this.set(name, this.services().join(','));
  }

  /** The Services that the route leads to. */
  services(): readonly string[] {
    const { rules, defaultBackend } = this.route;
    const backends = [...rules.flatMap(({ paths }) => paths.map(({ backend }) => backend)), defaultBackend];
    return [
      ...new Set(
        backends.flatMap((backend) => (backend === undefined || 'resource' in backend ? [] : backend.service.name)),
      ),
    ];
  }

  policy(name: PolicyName, spec: object): void {
    this.need(needs.crds);
    this.policies.set(name, spec);
  }

  /** A Policy for the case that a VirtualServer takes the place of the Ingress. */
  policyInstead(name: PolicyName, spec: object): void {
    this.policiesInstead.set(name, spec);
  }

  /** Writes a VirtualServer in place of the Ingress. */
  answerBy(answer: Answer): void {
    this.need(needs.crds);
    this.answer = answer;
  }

  private refusesHeader(name: string, value: string, meaningful: RegExp, what: string): boolean {
    if (!meaningful.test(value)) return false;
    this.refuse(
      `the header ${name} is ${JSON.stringify(value)}, and NGINX takes no ${what} there: let the application set it`,
    );
    return true;
  }

  private writeHeaders(): void {
    const { requestHeaders, responseHeaders, hiddenHeaders } = this;
    if (requestHeaders.length > 0) {
      this.set('proxy-set-headers', requestHeaders.map(({ name, value }) => `${name}: ${value}`).join(','));
      this.proxy['requestHeaders'] = { set: requestHeaders };
    }
    if (responseHeaders.length > 0) {
      this.set('add-header', responseHeaders.map(({ name, value }) => `${name}:${value}:always`).join(','));
      // Else a location with headers of its own, for CORS, would forget them.
      this.set('add-header-inherit', 'merge');
    }
    if (hiddenHeaders.length > 0) this.set('proxy-hide-headers', hiddenHeaders.join(','));
    if (hiddenHeaders.length > 0)
      this.proxy['responseHeaders'] = {
        hide: hiddenHeaders,
        add: responseHeaders.length > 0 ? responseHeaders : undefined,
      };
  }

  objects(): readonly RouteObject[] {
    const { route, answer } = this;
    if (this.passthrough) return passthroughServers(route);
    this.writeHeaders();
    const specs = [...this.policies, ...(answer === undefined ? [] : this.policiesInstead)];
    const policies = specs.map(([name, spec]) => ({
      apiVersion: nginxApi,
      kind: 'Policy',
      name: `${route.name}-${name}`,
      spec: { ingressClassName: route.className, ...spec },
    }));
    const names = policies.map(({ name }) => name);
    if (answer !== undefined) {
      const { upstream, proxy, redirectsToHttps } = this;
      return [...policies, ...virtualServers(route, { answer, upstream, proxy, redirectsToHttps, policies: names })];
    }
    if (names.length > 0) this.set('policies', names.join(','));
    return [...policies, this.ingress()];
  }

  /** A default backend of an Ingress takes what no path of its own hosts does; one without host takes the other hosts. */
  private ingress(): RouteObject {
    const { route } = this;
    const rules = route.rules.map((rule) => ({ ...rule, paths: elementwise(rule.paths) }));
    const { defaultBackend } = route;
    if (defaultBackend === undefined || rules.some(({ host }) => host === undefined))
      return ingressOf({ ...route, rules }, this.annotations);
    const others = { host: undefined, paths: [{ path: '/', pathType: 'Prefix' as const, backend: defaultBackend }] };
    return ingressOf({ ...route, rules: [...rules, others] }, this.annotations);
  }
}
