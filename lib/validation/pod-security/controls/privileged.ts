import type { Control } from '../control';
import { valueAt } from '../../../manifests/untyped';

export const privileged: Control = {
  name: 'privileged',
  level: 'baseline',
  *check(pod) {
    for (const { securityContext, securityContextPath } of pod.containers) {
      if (valueAt(securityContext, 'privileged') !== true) continue;
      yield {
        path: securityContextPath.child('privileged'),
        message: 'the container may do on its node whatever root may; leave it out',
      };
    }
  },
};
