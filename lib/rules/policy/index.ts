import type { Rule } from '../rule';
import { policyAllowedAddresses } from './allowed-addresses';
import { policyAllowedHosts } from './allowed-hosts';
import { policyAllowedSources } from './allowed-sources';
import { policyImageRegistry } from './image-registry';
import { policyIngressClass } from './ingress-class';
import { policyLoadBalancerBudget } from './load-balancer-budget';
import { policyLoadBalancerProvider } from './load-balancer-provider';
import { policyNodePortBands } from './node-port-bands';
import { policyWaysIn } from './ways-in';

export const policyRules: readonly Rule[] = [
  policyAllowedAddresses,
  policyAllowedHosts,
  policyAllowedSources,
  policyImageRegistry,
  policyIngressClass,
  policyLoadBalancerBudget,
  policyLoadBalancerProvider,
  policyNodePortBands,
  policyWaysIn,
];
