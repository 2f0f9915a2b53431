import { type Control, seen } from '../control';
import { hasUserNamespace } from '../../pod-of-manifest';
import { valueAt } from '../../../manifests/untyped';

export const runAsNonRoot: Control = {
  name: 'runAsNonRoot',
  level: 'restricted',
  *check(pod, minor) {
    // From 1.35 the root of a user namespace may pass.
    if (minor >= 35 && hasUserNamespace(pod)) return;
    const ofPod = valueAt(pod.securityContext, 'runAsNonRoot');
    if (ofPod === false) {
      yield { path: pod.securityContextPath.child('runAsNonRoot'), message: `it must be true; ${seen(ofPod)}` };
    }
    for (const { securityContext, securityContextPath } of pod.containers) {
      const own = valueAt(securityContext, 'runAsNonRoot');
      // A container without a value of its own has the pod's, and the pod's false is said above.
      if (own === true || (own === undefined && typeof ofPod === 'boolean')) continue;
      const where = own === undefined ? 'the container or its pod must set it to true' : 'it must be true';
      yield { path: securityContextPath.child('runAsNonRoot'), message: `${where}; ${seen(own)}` };
    }
  },
};
