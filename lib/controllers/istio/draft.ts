import type { Route, RouteObject } from '../dialect';
import { RouteDraft } from '../dialect';
import { ingressOf } from '../ingress-draft';
import { servicePortsOf } from '../service-ports';
import { gatewayOf, networkingApi, passthroughObjects, virtualService } from './gateway';
import type { Split } from './http-routes';
import { httpRoutes } from './http-routes';
import type { IstioSettings } from './settings';
import { defaultLabels, needs } from './settings';

/** Headers that are changed in one direction. */
interface HeaderOperations {
  readonly set: Record<string, string>;
  readonly remove: string[];
}

/**
 * A route for the gateway of a mesh: an Ingress where it says all, else a Gateway with VirtualServices, and a DestinationRule for what
 * concerns the connection to the pods. https://istio.io/latest/docs/reference/config/networking/
 */
export class IstioDraft extends RouteDraft {
  /** Fields of every HTTP route of the VirtualService. */
  readonly fields: Record<string, unknown> = {};
  /** `trafficPolicy` of the DestinationRule. */
  readonly policy: Record<string, unknown> = {};
  readonly requestHeaders: HeaderOperations = { set: {}, remove: [] };
  readonly responseHeaders: HeaderOperations = { set: {}, remove: [] };
  rewrite: string | undefined;
  redirect: object | undefined;
  split: Split | undefined;
  httpsRedirect = false;
  passthrough = false;
  private readonly route: Route;
  private readonly settings: IstioSettings;
  private readonly policies: RouteObject[] = [];

  constructor(route: Route, settings: IstioSettings) {
    super();
    this.route = route;
    this.settings = settings;
    if (route.tls.length > 0) this.need(needs.secrets);
  }

  /** A connection pool setting of the DestinationRule. */
  pool(protocol: 'tcp' | 'http', fields: object): void {
    const before = this.policy['connectionPool'] as Readonly<Record<string, object>> | undefined;
    this.policy['connectionPool'] = { ...before, [protocol]: { ...before?.[protocol], ...fields } };
  }

  /** Refuses clients at the gateway, whose policies stand beside its pods. */
  deny(option: string, source: object): void {
    const { gatewayNamespace, gatewayHttpPorts, gatewayLabels = defaultLabels } = this.settings;
    const { name, namespace, rules } = this.route;
    const hosts = rules.flatMap(({ host }) => (host === undefined ? [] : [host, `${host}:*`]));
    if (gatewayNamespace === undefined || gatewayHttpPorts === undefined)
      this.refuse(
        `${option} is a policy beside the gateway, for the ports of its pods, which are not known: tell gatewayNamespace and gatewayHttpPorts of IngressController.istio`,
      );
    else if (namespace === undefined)
      this.refuse(
        `${option} is a policy in the namespace of the gateway, where its name must say whose it is: set the namespace of the application or the chart`,
      );
    else if (rules.length === 0 || rules.some(({ host }) => host === undefined))
      this.refuse(`${option} would hold for all hosts of the gateway: give a host`);
    // A pattern has one * at one of its ends, and a request may have a port behind the host.
    else if (rules.some(({ host }) => host?.startsWith('*')))
      this.refuse(`${option} cannot name all hosts of a wildcard with and without a port: give the hosts one by one`);
    else
      this.policies.push({
        apiVersion: 'security.istio.io/v1',
        kind: 'AuthorizationPolicy',
        name: `${namespace}-${name}-${option.toLowerCase()}`,
        namespace: gatewayNamespace,
        spec: {
          selector: { matchLabels: gatewayLabels },
          action: 'DENY',
          rules: [{ from: [{ source }], to: [{ operation: { hosts, ports: gatewayHttpPorts.map(String) } }] }],
        },
      });
  }

  objects(): readonly RouteObject[] {
    const { route, settings } = this;
    if (this.passthrough) return passthroughObjects(route, settings);
    this.headerFields();
    const beside = [...this.policies, ...this.destinationRules()];
    if (!this.needsGateway()) return [...beside, ingressOf(route, {})];
    const { fields, rewrite, redirect, split } = this;
    const hosts = httpRoutes(route, { fields, rewrite, redirect, split });
    const gateway = gatewayOf(
      route,
      hosts.map(({ host }) => host),
      this.httpsRedirect,
      settings,
    );
    const services = hosts.map(({ host, http }, i) =>
      virtualService(i === 0 ? route.name : `${route.name}-${host.replace('*', 'any')}`, route.name, [host], { http }),
    );
    const [first, ...others] = services;
    // The one of the route's own name is the last, where notes for others stand.
    return [...beside, gateway, ...others, ...(first === undefined ? [] : [first])];
  }

  /** An Ingress goes to the gateway that the mesh calls its own, and has no room for options and for a default backend. */
  private needsGateway(): boolean {
    const { fields, rewrite, redirect, split, httpsRedirect, settings, route } = this;
    const asked = [rewrite, redirect, split, settings.gatewayLabels, route.defaultBackend].some(
      (one) => one !== undefined,
    );
    return asked || httpsRedirect || Object.keys(fields).length > 0;
  }

  private headerFields(): void {
    const request = operationsOf(this.requestHeaders);
    const response = operationsOf(this.responseHeaders);
    if (request !== undefined || response !== undefined) this.fields['headers'] = { request, response };
  }

  /** One for each Service, under its name: all routes to it share it. */
  private destinationRules(): readonly RouteObject[] {
    if (Object.keys(this.policy).length === 0) return [];
    const services = servicePortsOf(this.route).map(({ service }) => service);
    const hosts = new Set([...services, ...(this.split === undefined ? [] : [this.split.service])]);
    return [...hosts].map((host) => ({
      apiVersion: networkingApi,
      kind: 'DestinationRule',
      name: host,
      spec: { host, trafficPolicy: this.policy },
    }));
  }
}

function operationsOf({ set, remove }: HeaderOperations): object | undefined {
  const some = Object.keys(set).length > 0;
  if (!some && remove.length === 0) return undefined;
  return { set: some ? set : undefined, remove: remove.length > 0 ? remove : undefined };
}
