import type { Control } from '../control';
import { valueAt } from '../../../manifests/untyped';

const namespaces = { hostNetwork: 'network', hostPID: 'process', hostIPC: 'IPC' } as const;

export const hostNamespaces: Control = {
  name: 'hostNamespaces',
  level: 'baseline',
  *check(pod) {
    for (const [field, namespace] of Object.entries(namespaces)) {
      if (valueAt(pod.spec, field) !== true) continue;
      yield {
        path: pod.specPath.child(field),
        message: `the pod shares the ${namespace} namespace of its node; leave it out`,
      };
    }
  },
};
