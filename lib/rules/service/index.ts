import type { Rule } from '../rule';
import { addressTaken } from './address-taken';
import { dnsName } from './dns-name';
import { handMade } from './endpoints';
import { externalName } from './alias';
import { loadBalancerAddress } from './load-balancer-address';
import { loadBalancerAnnotation } from './load-balancer-annotation';
import { loadBalancerProvider } from './load-balancer-provider';
import { mixedProtocols } from './mixed-protocols';
import { noEndpoints } from './no-endpoints';
import { nodePortTaken } from './node-port-taken';
import { portPair } from './port-pair';
import { providerAnnotation } from './provider-annotation';
import { serviceSelector } from './selector';
import { selectorTooWide } from './selector-too-wide';
import { sessionAffinity } from './affinity';
import { targetPort } from './target-port';
import { trafficPolicy } from './traffic-policy';

export const serviceRules: readonly Rule[] = [
  addressTaken,
  dnsName,
  handMade,
  externalName,
  loadBalancerAddress,
  loadBalancerAnnotation,
  loadBalancerProvider,
  mixedProtocols,
  noEndpoints,
  nodePortTaken,
  portPair,
  providerAnnotation,
  serviceSelector,
  selectorTooWide,
  sessionAffinity,
  targetPort,
  trafficPolicy,
];
