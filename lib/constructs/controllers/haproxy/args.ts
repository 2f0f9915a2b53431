import type { AppPort } from '../../ports';
import type { Identity } from '../parts/identity';
import type { HaproxyProps } from './props';

interface Parts {
  readonly identity: Identity;
  readonly props: HaproxyProps;
  readonly http: AppPort;
  readonly https: AppPort;
  readonly health: AppPort;
  readonly metrics: AppPort;
  /** The Service whose address Ingresses report; undefined where they report none. */
  readonly published: string | undefined;
  /** The name of the ConfigMap that says where ports without HTTP lead. */
  readonly tcpServices: string;
}

/** https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/documentation/controller.md */
export function haproxyArgs(parts: Parts): readonly string[] {
  const { identity, props, http, https, health, metrics, published } = parts;
  const { namespace, name, className } = identity;
  return [
    `--configmap=${namespace}/${name}`,
    ...((props.tcpPorts ?? []).length > 0 ? [`--configmap-tcp-services=${namespace}/${parts.tcpServices}`] : []),
    `--ingress.class=${className}`,
    ...(props.default === true ? ['--empty-ingress-class'] : []),
    `--http-bind-port=${http.number}`,
    `--https-bind-port=${https.number}`,
    `--healthz-bind-port=${health.number}`,
    `--stats-bind-port=${metrics.number}`,
    published === undefined ? '--disable-ingress-status-update' : `--publish-service=${namespace}/${published}`,
    ...(props.defaultCertificate === undefined ? [] : [`--default-ssl-certificate=${props.defaultCertificate}`]),
    ...(props.watchNamespaces ?? []).map((watched) => `--namespace-whitelist=${watched}`),
    ...(props.externalNameServices === true ? [] : ['--disable-service-external-name']),
    // Configuration in annotations is that of whoever may write an Ingress.
    '--disable-config-snippets=all',
    '--disable-quic',
    `--log=${props.logLevel ?? 'info'}`,
  ];
}
