import type { Rule } from '../rule';
import { policyDns } from './dns';
import { policyPeerBoth } from './peer-both';
import { policyPeerNamespace } from './peer-namespace';
import { policyPeerPods } from './peer-pods';
import { policyPort } from './port';
import { policyPortName } from './port-name';
import { policySelector } from './selector';
import { policyWayIn } from './way-in';

export const networkPolicyRules: readonly Rule[] = [
  policyDns,
  policyPeerBoth,
  policyPeerNamespace,
  policyPeerPods,
  policyPort,
  policyPortName,
  policySelector,
  policyWayIn,
];
