import { type Control, seen } from '../control';
import { isWindows } from '../../pod-of-manifest';
import { valueAt } from '../../../manifests/untyped';

export const allowPrivilegeEscalation: Control = {
  name: 'allowPrivilegeEscalation',
  level: 'restricted',
  *check(pod) {
    if (isWindows(pod)) return;
    for (const { securityContext, securityContextPath } of pod.containers) {
      const allowed = valueAt(securityContext, 'allowPrivilegeEscalation');
      if (allowed === false) continue;
      const message = `it must be false, so that no setuid program gains privileges; ${seen(allowed)}`;
      yield { path: securityContextPath.child('allowPrivilegeEscalation'), message };
    }
  },
};
