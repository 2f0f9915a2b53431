import type { Identity } from '../parts/identity';
import type { ContourParts } from './parts';
import { certificates, xds } from './parts';
import type { ContourProps } from './props';

/** Two installations in one namespace each choose among their own pods. */
export function leaseOf({ name }: Identity): string {
  return `${name}-leader`;
}

/** https://projectcontour.io/docs/1.33/configuration/#configuration-file; JSON is YAML. */
export function configurationOf({ externalNameServices, trustedHops, connectTimeoutSeconds }: ContourProps): string {
  const configuration = {
    // Routes that serve plain HTTP beside TLS say so themselves.
    disablePermitInsecure: false,
    enableExternalNameService: externalNameServices === true,
    network: { 'num-trusted-hops': trustedHops ?? 0 },
    timeouts: { 'connect-timeout': `${connectTimeoutSeconds ?? 2}s` },
  };
  return `${JSON.stringify(configuration, undefined, 2)}\n`;
}

/** https://projectcontour.io/docs/1.33/configuration/#serve-flags */
export function serveArgs({ identity, props, status, namespaces }: ContourParts): readonly string[] {
  const { namespace, className } = identity;
  return [
    'serve',
    '--incluster',
    '--xds-address=0.0.0.0',
    `--xds-port=${xds.number}`,
    `--contour-cafile=${certificates}/ca.crt`,
    `--contour-cert-file=${certificates}/tls.crt`,
    `--contour-key-file=${certificates}/tls.key`,
    '--config-path=/config/contour.yaml',
    `--ingress-class-name=${className}`,
    `--leader-election-resource-name=${leaseOf(identity)}`,
    `--leader-election-resource-namespace=${namespace}`,
    `--envoy-service-http-port=${props.httpPort ?? 8080}`,
    `--envoy-service-https-port=${props.httpsPort ?? 8443}`,
    ...('service' in status
      ? [`--envoy-service-name=${status.service}`, `--envoy-service-namespace=${namespace}`]
      : [`--ingress-status-address=${'ip' in status ? status.ip : status.hostname}`]),
    ...(props.proxyProtocolFrom === undefined ? [] : ['--use-proxy-protocol']),
    ...(namespaces === undefined ? [] : [`--watch-namespaces=${namespaces.join(',')}`]),
  ];
}
