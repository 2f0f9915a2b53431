import type { FieldPath } from '../../findings/field-path';
import type { FieldErrors } from '../field-errors';
import { visitContainers } from './every-container';
import type { PodRules } from './pod-rules';

export const hostNamespaceRules = {
  'pod/host-users': 'A pod with users of its own shares no other namespace with the node, and has no block devices.',
  'pod/share-process-namespace': 'The containers of a pod share processes either with each other or with the node.',
} as const;

/** Whether the pod has users of its own, `hostUsers: false`. */
export function hasOwnUsers(pod: PodRules): boolean {
  // UserNamespacesSupport, on since 1.33
  return pod.spec.hostUsers === false && pod.context.minor >= 33;
}

/** validateHostUsers and validateShareProcessNamespace */
export function validateHostNamespaces(pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const { spec, context } = pod;
  if (spec.shareProcessNamespace && spec.hostPID) {
    // Until 1.36 the server took it for a part of the security context.
    const parent = context.minor >= 37 ? path : path.child('securityContext');
    const detail = "may not be true together with 'hostPID'";
    errors.invalid('pod/share-process-namespace', parent.child('shareProcessNamespace'), true, detail);
  }
  if (hasOwnUsers(pod)) validateOwnUsers(pod, path, errors);
}

function validateOwnUsers(pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const { spec, context } = pod;
  const detail = "may not be set while 'hostUsers' is false";
  // UserNamespacesHostNetworkSupport is off up to 1.37. The capitals below are the server's.
  if (spec.hostNetwork) errors.forbidden('pod/host-users', path.child('hostNetwork'), detail);
  if (spec.hostPID) errors.forbidden('pod/host-users', path.child('HostPID'), detail);
  if (spec.hostIPC) errors.forbidden('pod/host-users', path.child('HostIPC'), detail);
  if (context.minor < 34) return;
  visitContainers(spec, path, (container, at) => {
    if (!container.volumeDevices || container.volumeDevices.length === 0) return;
    errors.forbidden('pod/host-users', at().child('volumeDevices'), detail);
  });
}
