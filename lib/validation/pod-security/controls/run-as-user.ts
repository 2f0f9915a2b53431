import type { Control } from '../control';
import { hasUserNamespace, securityContextsOf } from '../../pod-of-manifest';
import { valueAt } from '../../../manifests/untyped';

export const runAsUser: Control = {
  name: 'runAsUser',
  level: 'restricted',
  *check(pod, minor) {
    // From 1.35 the root of a user namespace may pass.
    if (minor >= 35 && hasUserNamespace(pod)) return;
    for (const { value, path } of securityContextsOf(pod)) {
      if (valueAt(value, 'runAsUser') !== 0) continue;
      yield { path: path.child('runAsUser'), message: 'user 0 is root; take another user or leave it to the image' };
    }
  },
};
