import type { Identity } from '../parts/identity';
import type { StatusAddress } from '../parts/status-address';
import type { IngressNginxNeeds } from './needs';
import type { IngressNginxProps } from './props';
import type { SidePorts } from './side-ports';

interface Parts {
  readonly identity: Identity;
  readonly props: IngressNginxProps;
  /** `spec.controller` of its IngressClass. */
  readonly controller: string;
  readonly http: number;
  readonly https: number;
  readonly sidePorts: SidePorts;
  readonly status: StatusAddress;
  readonly lease: string;
  /** `namespace/service`. */
  readonly defaultBackend: string | undefined;
  /** The ConfigMaps for ports without HTTP, `namespace/name`. */
  readonly portServices: Readonly<Partial<Record<'tcp' | 'udp', string>>>;
  readonly needs: IngressNginxNeeds;
}

/** https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/docs/user-guide/cli-arguments.md */
export function ingressNginxArgs(parts: Parts): readonly string[] {
  const { identity, props, portServices, defaultBackend, needs } = parts;
  const [watched] = props.watchNamespaces ?? [];
  return [
    '/nginx-ingress-controller',
    `--controller-class=${parts.controller}`,
    `--ingress-class=${identity.className}`,
    `--configmap=$(POD_NAMESPACE)/${identity.name}`,
    `--election-id=${parts.lease}`,
    statusArg(parts.status),
    ...(defaultBackend === undefined ? [] : [`--default-backend-service=${defaultBackend}`]),
    ...(watched === undefined ? [] : [`--watch-namespace=${watched}`]),
    ...(portServices.tcp === undefined ? [] : [`--tcp-services-configmap=${portServices.tcp}`]),
    ...(portServices.udp === undefined ? [] : [`--udp-services-configmap=${portServices.udp}`]),
    ...(props.externalNameServices === true ? [] : ['--disable-svc-external-name']),
    ...(needs.passthrough ? ['--enable-ssl-passthrough'] : []),
    '--enable-annotation-validation',
    '--enable-metrics',
    '--profiling=false',
    ...portArgs(parts),
  ];
}

function statusArg(status: StatusAddress): string {
  if ('service' in status) return `--publish-service=$(POD_NAMESPACE)/${status.service}`;
  return `--publish-status-address=${'ip' in status ? status.ip : status.hostname}`;
}

function portArgs({ http, https, sidePorts }: Parts): readonly string[] {
  return [
    `--http-port=${http}`,
    `--https-port=${https}`,
    `--healthz-port=${sidePorts.metrics.number}`,
    `--default-server-port=${sidePorts.defaultServer.number}`,
    `--status-port=${sidePorts.status.number}`,
    `--stream-port=${sidePorts.stream.number}`,
    `--ssl-passthrough-proxy-port=${sidePorts.tlsProxy.number}`,
  ];
}
