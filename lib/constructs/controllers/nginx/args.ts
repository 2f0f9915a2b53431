import type { AppPort } from '../../ports';
import type { Identity } from '../parts/identity';
import type { StatusAddress } from '../parts/status-address';
import type { NginxNeeds } from './needs';
import type { NginxProps } from './props';

export interface NginxArgsParts {
  readonly identity: Identity;
  readonly props: NginxProps;
  readonly http: AppPort;
  readonly https: AppPort;
  readonly ready: AppPort;
  readonly metrics: AppPort;
  readonly status: StatusAddress;
  /** Undefined for all of them. */
  readonly namespaces: readonly string[] | undefined;
  readonly needs: NginxNeeds;
  /** The Lease by which one of its pods writes the status. */
  readonly lock: string;
}

/** https://docs.nginx.com/nginx-ingress-controller/configuration/global-configuration/command-line-arguments/ */
export function nginxArgs(parts: NginxArgsParts): readonly string[] {
  const { identity, props, ready, metrics, status, namespaces, lock } = parts;
  const { namespace, name, className } = identity;
  const watched = namespaces?.join(',');
  return [
    `-nginx-configmaps=${namespace}/${name}`,
    `-ingress-class=${className}`,
    '-report-ingress-status',
    // Without a Service the address stands in the ConfigMap.
    ...('service' in status ? [`-external-service=${status.service}`] : []),
    `-leader-election-lock-name=${lock}`,
    '-enable-telemetry-reporting=false',
    '-enable-prometheus-metrics',
    `-prometheus-metrics-listen-port=${metrics.number}`,
    `-ready-status-port=${ready.number}`,
    ...listenArgs(parts),
    ...(watched === undefined ? [] : [`-watch-namespace=${watched}`, `-watch-secret-namespace=${watched}`]),
    ...(props.defaultCertificate === undefined ? [] : [`-default-server-tls-secret=${props.defaultCertificate}`]),
    ...customResourceArgs(parts),
    ...(parts.needs.emptyHost ? ['-allow-empty-ingress-host'] : []),
    `-log-level=${props.logLevel ?? 'info'}`,
  ];
}

/** The usual ports are refused where they are named. */
function listenArgs({ http, https, needs }: NginxArgsParts): readonly string[] {
  return [
    ...(http.number === 80 ? [] : [`-default-http-listener-port=${http.number}`]),
    ...(https.number === 443 ? [] : [`-default-https-listener-port=${https.number}`]),
    ...(https.number !== 443 && needs.passthrough ? [`-tls-passthrough-port=${https.number}`] : []),
  ];
}

function customResourceArgs({ identity, props, needs }: NginxArgsParts): readonly string[] {
  if (!needs.customResources) return ['-enable-custom-resources=false'];
  const ports = [...(props.tcpPorts ?? []), ...(props.udpPorts ?? [])];
  return [
    ...(ports.length > 0 ? [`-global-configuration=${identity.namespace}/${identity.name}`] : []),
    ...(needs.passthrough ? ['-enable-tls-passthrough'] : []),
  ];
}
