import type { FieldPath } from '../../findings/field-path';
import type { FieldErrors } from '../field-errors';
import { isGiven } from './given';
import { visitContainers } from './every-container';
import type { PodRules } from './pod-rules';

export const hostProcessRules = {
  'windows/host-process': 'All containers of a pod or none are processes of the Windows node, on its network.',
} as const;

/** validateWindowsHostProcessPod, on a server that allows privileged containers. */
export function validateHostProcess(pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const { spec } = pod;
  const ofPod = spec.securityContext?.windowsOptions?.hostProcess;
  let containers = 0;
  let hostProcesses = 0;
  visitContainers(spec, path, (container, at) => {
    containers++;
    const own = container.securityContext?.windowsOptions?.hostProcess;
    if (own ?? ofPod) hostProcesses++;
    if (!isGiven(ofPod) || !isGiven(own) || own === ofPod) return;
    const field = at().child('securityContext').child('windowsOptions').child('hostProcess');
    errors.invalid('windows/host-process', field, own, `the pod says ${String(ofPod)}, and both must be the same`);
  });
  if (hostProcesses === 0) return;
  if (hostProcesses !== containers) {
    const detail = 'either all containers or none are host processes';
    errors.invalid('windows/host-process', path, `${hostProcesses} of ${containers}`, detail);
  }
  if (!spec.hostNetwork) {
    errors.invalid(
      'windows/host-process',
      path.child('hostNetwork'),
      false,
      'host processes need the network of the node',
    );
  }
}
