import { quoteList } from '../../kubernetes/wording';
import { ConstructError } from '../construct-error';
import type { AppPort } from '../ports';
import type { ExposureContext } from './exposure-context';
import type { IngressBackend, IngressExposure, IngressPath, IngressRule, IngressTls } from './ingress';
import { checkHost, checkIngressClass, checkPath } from './ingress-checks';
import { externalDnsAnnotations } from './external-dns';
import type { WrittenObject } from '../written-object';

/** The Ingress object before the Service `service`. */
export function writeIngress(
  name: string,
  exposure: IngressExposure,
  service: string,
  context: ExposureContext,
): WrittenObject {
  const writer = new IngressWriter(name, service, context);
  return writer.write(exposure);
}

class IngressWriter {
  private readonly name: string;
  private readonly service: string;
  private readonly context: ExposureContext;

  constructor(name: string, service: string, context: ExposureContext) {
    this.name = name;
    this.service = service;
    this.context = context;
  }

  write(exposure: IngressExposure): WrittenObject {
    const { className, defaultBackend, tls = [] } = exposure;
    const rules = rulesOf(exposure);
    checkIngressClass(this.context, this.name, className);
    this.checkUnique(rules);
    const entries = Array.isArray(tls) ? (tls as readonly IngressTls[]) : [tls as IngressTls];
    return {
      metadata: {
        annotations: {
          ...this.issuer(entries),
          ...externalDnsAnnotations(exposure.externalDns),
          ...exposure.annotations,
        },
      },
      spec: {
        ingressClassName: className,
        defaultBackend: defaultBackend === undefined ? undefined : this.backend(defaultBackend),
        tls: entries.length > 0 ? entries.map((entry, i) => this.tls(entry, i, rules)) : undefined,
        rules: rules.length > 0 ? rules.map((rule) => this.rule(rule)) : undefined,
      },
    };
  }

  private rule({ host, paths = [{}] }: IngressRule): object {
    if (host !== undefined) checkHost(this.context.scope, this.name, host);
    return { host, http: { paths: paths.map((path) => this.path(path)) } };
  }

  private path(props: IngressPath): object {
    const { path = '/', pathType = 'Prefix' } = props;
    checkPath(this.context.scope, this.name, path, pathType);
    return { path, pathType, backend: this.backend(props) };
  }

  private backend({ port, resource }: IngressBackend): object {
    if (resource !== undefined) return { resource };
    const where = `Ingress '${this.name}'`;
    const { ports } = this.context;
    const found: AppPort = port === undefined ? ports.only(where) : ports.named(port, where);
    return { service: { name: this.service, port: { name: found.name } } };
  }

  private tls(
    { hosts, secretName = `${this.name}-tls` }: IngressTls,
    index: number,
    rules: readonly IngressRule[],
  ): object {
    const covered = hosts ?? [...new Set(rules.flatMap(({ host }) => host ?? []))];
    for (const host of covered) checkHost(this.context.scope, this.name, host);
    if (secretName === '') {
      throw new ConstructError(
        this.context.scope,
        `Ingress '${this.name}' has an empty secretName in tls[${index}]. Name the Secret with the certificate.`,
      );
    }
    return { hosts: covered.length > 0 ? covered : undefined, secretName };
  }

  /** https://cert-manager.io/docs/usage/ingress/#supported-annotations */
  private issuer(entries: readonly IngressTls[]): Record<string, string> {
    const annotations: Record<string, string> = {};
    for (const { issuer, clusterIssuer } of entries) {
      if (issuer !== undefined) annotations['cert-manager.io/issuer'] = issuer;
      if (clusterIssuer !== undefined) annotations['cert-manager.io/cluster-issuer'] = clusterIssuer;
    }
    const issuers = new Set(entries.flatMap(({ issuer, clusterIssuer }) => issuer ?? clusterIssuer ?? []));
    if (issuers.size > 1) {
      throw new ConstructError(
        this.context.scope,
        `Ingress '${this.name}' names the issuers ${quoteList([...issuers])}. cert-manager reads one for a whole Ingress: make one exposure for each.`,
      );
    }
    return annotations;
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
