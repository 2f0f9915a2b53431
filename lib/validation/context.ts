import type { KubernetesMinor } from '../kubernetes/versions';

export type IpFamily = 'IPv4' | 'IPv6';

/** What a value rule may ask about the API server that it speaks for. */
export interface ValidationContext {
  /** The server's minor release: 36 is Kubernetes 1.36. */
  readonly minor: KubernetesMinor;
  /** `--service-node-port-range`, both ends included. */
  readonly nodePortRange: readonly [number, number];
  /** The families of `--service-cluster-ip-range`, the first one is the default. */
  readonly ipFamilies: readonly IpFamily[];
}
