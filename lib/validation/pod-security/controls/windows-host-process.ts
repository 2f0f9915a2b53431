import type { Control } from '../control';
import { securityContextsOf } from '../../pod-of-manifest';
import { valueAt } from '../../../manifests/untyped';

export const windowsHostProcess: Control = {
  name: 'windowsHostProcess',
  level: 'baseline',
  *check(pod) {
    for (const { value, path } of securityContextsOf(pod)) {
      if (valueAt(value, 'windowsOptions', 'hostProcess') !== true) continue;
      const message = 'the container runs as a process of its Windows node; leave it out';
      yield { path: path.child('windowsOptions').child('hostProcess'), message };
    }
  },
};
