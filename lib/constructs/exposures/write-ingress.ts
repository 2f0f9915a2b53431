import { quoteList } from '../../kubernetes/wording';
import type { Route, RouteBackend, RouteObject, RoutePath, RouteRule, ServiceType } from '../../controllers/dialect';
import { ingressOf } from '../../controllers/ingress-draft';
import { ConstructError } from '../construct-error';
import { certificates, issuerAnnotations } from './certificates';
import { controllerOf } from './controller-of';
import type { ExposureContext } from './exposure-context';
import { externalDnsAnnotations } from './external-dns';
import type { IngressBackend, IngressExposure, IngressPath, IngressRule, IngressTls } from './ingress';
import { checkHost, checkIngressClass, checkPath } from './ingress-checks';

/** What a way in by a controller is made of. */
export interface WrittenIngress {
  /** The Ingress, or what the controller reads in its place, and what stands beside it. */
  readonly objects: readonly RouteObject[];
  /** Annotations of the Service behind it. */
  readonly serviceAnnotations: Readonly<Record<string, string>>;
  /** Why no other Ingress may lead to the Service; undefined where others may. */
  readonly exclusiveService?: string | undefined;
}

/** The Service behind a way in by a controller. */
export interface ServiceBehind {
  readonly name: string;
  /** The numbers of its ports by name. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly type: ServiceType;
}

/** The objects of an Ingress before a Service. */
export function writeIngress(
  name: string,
  exposure: IngressExposure,
  service: ServiceBehind,
  context: ExposureContext,
): WrittenIngress {
  const reader = new RouteReader(name, service, context);
  const route = reader.read(exposure);
  reader.checkIssuers(exposure);
  const controller = controllerOf(name, exposure, context);
  const written = controller?.write(route) ?? { objects: [ingressOf(route, {})], serviceAnnotations: {} };
  return { ...written, objects: noted(written.objects, exposure, route) };
}

/** With notes for others on the object that is the route itself, which is the last one. */
function noted(objects: readonly RouteObject[], exposure: IngressExposure, route: Route): readonly RouteObject[] {
  const own = objects.at(-1);
  if (own === undefined) return objects;
  const isIngress = own.kind === 'Ingress';
  const annotations = {
    ...own.annotations,
    ...externalDnsAnnotations(exposure.externalDns),
    ...(isIngress ? issuerAnnotations(tlsOf(exposure)) : {}),
    ...exposure.annotations,
  };
  const asked = isIngress ? [] : certificates(tlsOf(exposure), route.tls);
  return [...asked, ...objects.slice(0, -1), { ...own, annotations }];
}

/** Reads an exposure as a route, and refuses what no controller could serve. */
class RouteReader {
  private readonly name: string;
  private readonly service: ServiceBehind;
  private readonly context: ExposureContext;

  constructor(name: string, service: ServiceBehind, context: ExposureContext) {
    this.name = name;
    this.service = service;
    this.context = context;
  }

  read(exposure: IngressExposure): Route {
    const { controller, defaultBackend } = exposure;
    const className = exposure.className ?? (typeof controller === 'object' ? controller.className : undefined);
    if (typeof controller !== 'object') checkIngressClass(this.context, this.name, className);
    const rules = rulesOf(exposure);
    this.checkLeads(rules, defaultBackend);
    this.checkUnique(rules);
    return {
      name: this.name,
      namespace: this.context.namespace,
      className,
      rules: rules.map((rule) => this.rule(rule)),
      tls: tlsOf(exposure).map((entry, i) => this.tls(entry, i, rules)),
      defaultBackend: defaultBackend === undefined ? undefined : this.backend(defaultBackend),
      options: exposure.options ?? {},
    };
  }

  /** cert-manager reads one issuer for a whole Ingress. */
  checkIssuers(exposure: IngressExposure): void {
    const issuers = new Set(tlsOf(exposure).flatMap(({ issuer, clusterIssuer }) => issuer ?? clusterIssuer ?? []));
    if (issuers.size > 1) {
      throw new ConstructError(
        this.context.scope,
        `Ingress '${this.name}' names the issuers ${quoteList([...issuers])}. cert-manager reads one for a whole Ingress: make one exposure for each.`,
      );
    }
  }

  private rule({ host, paths = [{}] }: IngressRule): RouteRule {
    if (host !== undefined) checkHost(this.context.scope, this.name, host);
    return { host, paths: paths.map((path) => this.path(path)) };
  }

  private path(props: IngressPath): RoutePath {
    const { path = '/', pathType = 'Prefix' } = props;
    checkPath(this.context.scope, this.name, path, pathType);
    return { path, pathType, backend: this.backend(props) };
  }

  private backend({ port, resource }: IngressBackend): RouteBackend {
    if (resource !== undefined) return { resource };
    const where = `Ingress '${this.name}'`;
    const { ports } = this.context;
    const { name, number } = port === undefined ? ports.only(where) : ports.named(port, where);
    const { name: service, type, numbers } = this.service;
    return { service: { name: service, type, port: { name, number: numbers.get(name) ?? number } } };
  }

  private tls({ hosts, secretName }: IngressTls, index: number, rules: readonly IngressRule[]): Route['tls'][number] {
    const covered = hosts ?? [...new Set(rules.flatMap(({ host }) => host ?? []))];
    for (const host of covered) checkHost(this.context.scope, this.name, host);
    if (secretName === '') {
      throw new ConstructError(
        this.context.scope,
        `Ingress '${this.name}' has an empty secretName in tls[${index}]. Name the Secret with the certificate.`,
      );
    }
    return { hosts: covered, secretName: secretName ?? `${this.name}-tls` };
  }

  /** The types say it too; a program in JavaScript has none. */
  private checkLeads(rules: readonly IngressRule[], defaultBackend: IngressBackend | undefined): void {
    if (rules.length > 0 || defaultBackend !== undefined) return;
    throw new ConstructError(
      this.context.scope,
      `Ingress '${this.name}' leads nowhere. Give Exposure.ingress a host, rules, or a defaultBackend.`,
    );
  }

  private checkUnique(rules: readonly IngressRule[]): void {
    const seen = new Set<string>();
    for (const { host = '*', paths = [{}] } of rules) {
      for (const { path = '/', pathType = 'Prefix' } of paths) {
        const key = `${host} ${path} ${pathType}`;
        if (seen.has(key)) {
          throw new ConstructError(
            this.context.scope,
            `Ingress '${this.name}' leads host '${host}', path '${path}' (${pathType}) to two places. Keep one.`,
          );
        }
        seen.add(key);
      }
    }
  }
}

function rulesOf(exposure: IngressExposure): readonly IngressRule[] {
  if (exposure.rules !== undefined) return exposure.rules;
  if (exposure.host === undefined) return [];
  const { host, path, pathType, port, resource } = exposure;
  return [{ host, paths: [{ path, pathType, port, resource } as IngressPath] }];
}

function tlsOf({ tls = [] }: IngressExposure): readonly IngressTls[] {
  return Array.isArray(tls) ? (tls as readonly IngressTls[]) : [tls as IngressTls];
}
