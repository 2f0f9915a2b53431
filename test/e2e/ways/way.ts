import type { Labels, ServicePort } from '../objects';

export type Protocol = 'http' | 'https' | 'tcp' | 'udp';

/** Where a request starts, and where it is sent. */
export type Sender =
  | { readonly from: 'machine'; readonly address: string; readonly port: number }
  | { readonly from: 'pod'; readonly namespace: string; readonly host: string; readonly port: number }
  | { readonly from: 'dns'; readonly namespace: string; readonly host: string }
  | { readonly from: 'port-forward'; readonly namespace: string; readonly target: string; readonly port: number }
  | { readonly from: 'proxy'; readonly path: string };

/** Pods by their labels or by name. */
export interface PodChoice {
  readonly namespace: string;
  readonly labels?: Labels | undefined;
  readonly names?: readonly string[];
}

export interface Expected {
  /** Who answers; `nobody` where a node without a pod drops the traffic. */
  readonly by: PodChoice | 'nobody';
  /** Whether the pod must see the address of the client. */
  readonly clientKept?: boolean;
  /** Whether several requests must reach one pod. */
  readonly onePod?: boolean;
  /** The port of a Service, or of a pod, whose target port must have taken the request. */
  readonly port?: Pick<ServicePort, 'port' | 'targetPort' | 'protocol'> | undefined;
  /** For DNS: the name that the asked one is an alias of. */
  readonly alias?: string;
}

/** The name and the path of a request through an Ingress. */
export interface HttpRequest {
  readonly host: string;
  readonly path: string;
  /** The Secret whose certificate the answer must come with: `shop/tls`. */
  readonly certificate?: string | undefined;
}

/** One request that has to be answered. */
export interface Way {
  /** `NodePort`, `LoadBalancer`, ... */
  readonly way: string;
  /** The address as a person would write it. */
  readonly asked: string;
  readonly protocol: Protocol;
  readonly sender: Sender;
  readonly expected: Expected;
  readonly http?: HttpRequest;
}

/** A way in that cannot be asked, and whether that is a fault. */
export interface Unasked {
  readonly way: string;
  readonly asked: string;
  readonly reason: string;
  readonly failed: boolean;
}

/** `http://10.0.0.1:8080/`, `udp://[fd00::1]:53`. */
export function addressText(protocol: Protocol, host: string, port: number, path = ''): string {
  const usual = (protocol === 'http' && port === 80) || (protocol === 'https' && port === 443);
  const written = host.includes(':') ? `[${host}]` : host;
  return `${protocol}://${written}${usual ? '' : `:${port}`}${path}`;
}
