import type { AppPort } from '../../ports';
import type { Identity } from '../parts/identity';
import type { StatusAddress } from '../parts/status-address';
import type { TraefikProps } from './install';
import type { TraefikNeeds } from './needs';

interface Parts {
  readonly identity: Identity;
  readonly props: TraefikProps;
  readonly ports: readonly AppPort[];
  readonly status: StatusAddress;
  /** Undefined for all of them. */
  readonly namespaces: readonly string[] | undefined;
  readonly needs: TraefikNeeds;
  readonly ping: AppPort;
  readonly metrics: AppPort;
}

/** https://doc.traefik.io/traefik/reference/install-configuration/configuration-options/ */
export function traefikArgs(parts: Parts): readonly string[] {
  const { props, ports, ping, metrics, needs } = parts;
  return [
    '--global.checknewversion=false',
    '--global.sendanonymoususage=false',
    `--log.level=${props.logLevel ?? 'INFO'}`,
    ...ports.flatMap((port) => entryPointArgs(port, props)),
    `--entrypoints.traefik.address=:${ping.number}`,
    `--entrypoints.metrics.address=:${metrics.number}`,
    '--ping=true',
    '--metrics.prometheus=true',
    '--metrics.prometheus.entrypoint=metrics',
    ...ingressProvider(parts),
    ...(needs.customResources ? customResourceProvider(parts) : []),
  ];
}

/** The names that Traefik's own Helm chart gives them, and so those that routes for other installations name, too. */
const entryPointNames: Readonly<Partial<Record<string, string>>> = { http: 'web', https: 'websecure' };

function entryPointArgs({ name, number, protocol = 'TCP' }: AppPort, props: TraefikProps): readonly string[] {
  const { proxyProtocolFrom: proxies, forwardedHeadersFrom: forwarders } = props;
  const entryPoint = `--entrypoints.${entryPointNames[name] ?? name}`;
  const address = `${entryPoint}.address=:${number}/${protocol.toLowerCase()}`;
  const proxied =
    proxies === undefined || protocol === 'UDP' ? [] : [`${entryPoint}.proxyprotocol.trustedips=${proxies.join(',')}`];
  if (entryPointNames[name] === undefined) return [address, ...proxied];
  return [
    address,
    // Routes that name no entry point are read on these alone, not on those for metrics and for ports without HTTP.
    `${entryPoint}.asdefault=true`,
    // Pods may read X_User where they mean X-User, which a middleware has set or taken away.
    `${entryPoint}.http.aliasheadersstrategy=delete`,
    ...(name === 'https' ? [`${entryPoint}.http.tls=true`] : []),
    ...proxied,
    ...(forwarders === undefined ? [] : [`${entryPoint}.forwardedheaders.trustedips=${forwarders.join(',')}`]),
  ];
}

function ingressProvider({ identity, props, status, namespaces }: Parts): readonly string[] {
  const provider = '--providers.kubernetesingress';
  const endpoint = `${provider}.ingressendpoint`;
  return [
    `${provider}=true`,
    `${provider}.ingressclass=${identity.className}`,
    `${provider}.strictprefixmatching=true`,
    'service' in status
      ? `${endpoint}.publishedservice=${identity.namespace}/${status.service}`
      : 'ip' in status
        ? `${endpoint}.ip=${status.ip}`
        : `${endpoint}.hostname=${status.hostname}`,
    ...shared(provider, props, namespaces),
  ];
}

function customResourceProvider({ identity, props, namespaces }: Parts): readonly string[] {
  const provider = '--providers.kubernetescrd';
  return [
    `${provider}=true`,
    `${provider}.ingressclass=${identity.className}`,
    // Annotations of Ingresses name middlewares by this scheme.
    `${provider}.safenaming=false`,
    ...shared(provider, props, namespaces),
  ];
}

function shared(
  provider: string,
  { externalNameServices }: TraefikProps,
  namespaces: Parts['namespaces'],
): readonly string[] {
  return [
    ...(externalNameServices === true ? [`${provider}.allowexternalnameservices=true`] : []),
    ...(namespaces === undefined ? [] : [`${provider}.namespaces=${namespaces.join(',')}`]),
  ];
}
