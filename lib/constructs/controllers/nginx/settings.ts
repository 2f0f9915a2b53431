import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { nginxApi } from '../../../controllers/nginx/virtual-server';
import type { Identity } from '../parts/identity';
import type { StatusAddress } from '../parts/status-address';
import type { NginxProps } from './props';

/** https://docs.nginx.com/nginx-ingress-controller/configuration/global-configuration/configmap-resource/ */
export function makeSettings(
  scope: Construct,
  { name, namespace, labels }: Identity,
  { proxyProtocolFrom, forwardedHeadersFrom }: NginxProps,
  status: StatusAddress,
): void {
  const trusted = [...new Set([...(proxyProtocolFrom ?? []), ...(forwardedHeadersFrom ?? [])])];
  new ApiObject(scope, 'settings', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace, labels: { ...labels } },
    data: {
      http2: 'true',
      ...('service' in status ? {} : { 'external-status-address': 'ip' in status ? status.ip : status.hostname }),
      ...(proxyProtocolFrom === undefined ? {} : { 'proxy-protocol': 'true' }),
      ...(trusted.length === 0
        ? {}
        : {
            'real-ip-header': proxyProtocolFrom === undefined ? 'X-Forwarded-For' : 'proxy_protocol',
            'set-real-ip-from': trusted.join(','),
          }),
    },
  });
}

/** The ports without HTTP. */
export function makeListeners(
  scope: Construct,
  { name, namespace, labels }: Identity,
  { tcpPorts = [], udpPorts = [] }: NginxProps,
): void {
  const listeners = [
    ...tcpPorts.map((port) => ({ name: `tcp-${port}`, port, protocol: 'TCP' })),
    ...udpPorts.map((port) => ({ name: `udp-${port}`, port, protocol: 'UDP' })),
  ];
  if (listeners.length === 0) return;
  new ApiObject(scope, 'listeners', {
    apiVersion: nginxApi,
    kind: 'GlobalConfiguration',
    metadata: { name, namespace, labels: { ...labels } },
    spec: { listeners },
  });
}
