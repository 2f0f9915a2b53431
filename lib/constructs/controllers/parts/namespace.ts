import type { Construct } from 'constructs';
import { checkNamespace } from '../../names';
import type { ControllerExposure, ControllerProps } from '../controller-props';
import { clusterObject } from './cluster-object';
import type { Identity } from './identity';

/** The namespace of a controller, which refuses pods of a lower Pod Security level than the controller's own need. */
export function makeNamespace(scope: Construct, { namespace, labels }: Identity, props: ControllerProps): void {
  checkNamespace(scope, namespace);
  if (props.createNamespace === false) return;
  const level = props.exposures.some(takesNodePorts) ? 'privileged' : 'restricted';
  clusterObject(scope, {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespace, labels: { ...labels, 'pod-security.kubernetes.io/enforce': level } },
  });
}

/** Ports of the node are below "baseline". */
export function takesNodePorts({ mode }: ControllerExposure): boolean {
  return mode === 'hostPort' || mode === 'hostNetwork';
}
