import type { Rule } from '../rule';
import { adminInterface } from './admin-interface';
import { allowListClient } from './allow-list-client';
import { broadRights } from './broad-rights';
import { endpointAddress } from './endpoint-address';
import { externalIps } from './external-ips';
import { externalNameInternal } from './external-name';
import { externalNameWayOut } from './external-name-way-out';
import { hostNetwork } from './host-network';
import { hostPort } from './host-port';
import { loadBalancerCount } from './load-balancer-count';
import { loadBalancerIp } from './load-balancer-ip';
import { loadBalancerNodePorts } from './load-balancer-node-ports';
import { loadBalancerOpen } from './load-balancer-open';
import { networkPolicy } from './network-policy';
import { nodePort } from './node-port';
import { nodePortBand } from './node-port-band';
import { namespacePodSecurity } from './pod-security';
import { sensitivePort } from './sensitive-port';
import { sourceRangesCluster } from './source-ranges-cluster';

export const exposureRules: readonly Rule[] = [
  adminInterface,
  allowListClient,
  broadRights,
  endpointAddress,
  externalIps,
  externalNameInternal,
  externalNameWayOut,
  hostNetwork,
  hostPort,
  loadBalancerCount,
  loadBalancerIp,
  loadBalancerNodePorts,
  loadBalancerOpen,
  networkPolicy,
  nodePort,
  nodePortBand,
  namespacePodSecurity,
  sensitivePort,
  sourceRangesCluster,
];
