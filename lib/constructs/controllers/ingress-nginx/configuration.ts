import type { IngressNginxNeeds } from './needs';
import type { IngressNginxProps } from './props';

/** https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/docs/user-guide/nginx-configuration/configmap.md */
export function configuration(props: IngressNginxProps, needs: IngressNginxNeeds): Readonly<Record<string, string>> {
  return {
    'allow-snippet-annotations': 'false',
    'allow-cross-namespace-resources': 'false',
    'annotations-risk-level': props.annotationsRiskLevel ?? (needs.highRisk ? 'High' : 'Medium'),
    'strict-validate-path-type': 'true',
    // The authority of one route would be that of all others of its host.
    'proxy-ssl-location-only': 'true',
    // It tells browsers so for a year and for all subdomains unless told otherwise.
    hsts: 'false',
    // The files that it writes by itself are on the root file system.
    'access-log-path': '/dev/stdout',
    'error-log-path': '/dev/stderr',
    ...clientAddress(props, needs),
    ...needs.configuration,
  };
}

/** Who is believed about the address of the client. */
function clientAddress(
  { proxyProtocolFrom, forwardedHeadersFrom }: IngressNginxProps,
  { passthrough }: IngressNginxNeeds,
): Readonly<Record<string, string>> {
  // TLS that is not passed on comes to nginx from the controller, with the PROXY protocol.
  const believed = [
    ...(proxyProtocolFrom ?? []),
    ...(forwardedHeadersFrom ?? []),
    ...(passthrough ? ['127.0.0.1/32'] : []),
  ];
  if (believed.length === 0) return {};
  return {
    'proxy-real-ip-cidr': [...new Set(believed)].join(','),
    ...(proxyProtocolFrom === undefined ? {} : { 'use-proxy-protocol': 'true' }),
    ...(forwardedHeadersFrom === undefined
      ? {}
      : { 'use-forwarded-headers': 'true', 'compute-full-forwarded-for': 'true' }),
    ...(proxyProtocolFrom === undefined && forwardedHeadersFrom === undefined
      ? { 'enable-real-ip': 'true', 'forwarded-for-header': 'proxy_protocol' }
      : {}),
  };
}
