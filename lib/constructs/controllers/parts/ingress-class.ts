import type { Construct } from 'constructs';
import { clusterObject } from './cluster-object';
import type { Identity } from './identity';

/** The class by which Ingresses choose the controller. */
export function makeIngressClass(
  scope: Construct,
  { className, labels }: Pick<Identity, 'className' | 'labels'>,
  { controller, isDefault }: { readonly controller: string; readonly isDefault: boolean },
): void {
  clusterObject(scope, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: {
      name: className,
      labels: { ...labels },
      ...(isDefault ? { annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } } : {}),
    },
    spec: { controller },
  });
}
