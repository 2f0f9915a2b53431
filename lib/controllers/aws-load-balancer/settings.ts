import type { ControllerNeed } from '../dialect';

/** How the load balancers of the AWS Load Balancer Controller are set up, where an Ingress has to say it. */
export interface AwsLoadBalancerSettings {
  /**
   * Where load balancers send requests: to the pods, which needs the Amazon VPC CNI plugin, or to a port of the nodes, which needs a Service
   * of type NodePort.
   * @default 'ip'
   */
  readonly targetType?: 'ip' | 'instance';
  /** Reached from the network of the cluster alone, or from the internet. @default - what the IngressClass says, else from inside alone */
  readonly internal?: boolean;
  /** The certificates in AWS Certificate Manager that `tls` stands for. @default - those that it finds there by the hosts */
  readonly certificateArns?: readonly [string, ...string[]];
}

export const needs = {
  certificates: {
    id: 'acm-certificates',
    setting: 'certificates for the hosts in AWS Certificate Manager, since no Secret is read',
  },
} as const satisfies Readonly<Record<string, ControllerNeed>>;
