import type { Rule } from '../rule';
import { hostDnsPolicy } from './dns-policy';
import { hostPortReplicas } from './host-port-replicas';
import { hostPortRollout } from './host-port-rollout';
import { nodeServicePort } from './node-service-port';
import { hostPortTaken } from './port-taken';

export const hostRules: readonly Rule[] = [
  hostDnsPolicy,
  hostPortReplicas,
  hostPortRollout,
  nodeServicePort,
  hostPortTaken,
];
