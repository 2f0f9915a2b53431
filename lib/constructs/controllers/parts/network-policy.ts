import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { AppPort } from '../../ports';
import type { ControllerProps } from '../controller-props';
import type { Identity } from './identity';

/**
 * Lets traffic in to the ports for applications, to that for metrics from where it is said, and to nothing else. What comes in by the host
 * network does not pass network policies.
 *
 * @param open the ports for applications
 * @param from who may come to them, in Kubernetes' shape; everybody by default
 */
export function makeNetworkPolicy(
  scope: Construct,
  { name, namespace, labels }: Identity,
  { networkPolicy = true, exposures }: ControllerProps,
  open: readonly AppPort[],
  metrics: AppPort,
  from?: readonly object[],
): void {
  if (networkPolicy === false || exposures.some(({ mode }) => mode === 'hostNetwork')) return;
  const portOf = ({ number, protocol = 'TCP' }: AppPort): object => ({ port: number, protocol });
  const scrapes =
    networkPolicy === true
      ? []
      : [{ from: [{ namespaceSelector: { matchLabels: networkPolicy.metricsFrom } }], ports: [portOf(metrics)] }];
  new ApiObject(scope, 'NetworkPolicy', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace, labels: { ...labels } },
    spec: {
      podSelector: { matchLabels: { 'app.kubernetes.io/name': name } },
      policyTypes: ['Ingress'],
      ingress: [{ from, ports: open.map(portOf) }, ...scrapes],
    },
  });
}
