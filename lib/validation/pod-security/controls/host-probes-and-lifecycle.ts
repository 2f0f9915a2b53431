import { type Control, printed } from '../control';
import { textOf, valueAt } from '../../../manifests/untyped';

const handlers = [
  ['livenessProbe'],
  ['readinessProbe'],
  ['startupProbe'],
  ['lifecycle', 'postStart'],
  ['lifecycle', 'preStop'],
];

export const hostProbesAndHostLifecycle: Control = {
  name: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  *check(pod, minor) {
    if (minor < 34) return;
    for (const { value, path } of pod.containers) {
      for (const place of handlers) {
        for (const action of ['httpGet', 'tcpSocket']) {
          const host = textOf(valueAt(value, ...place, action, 'host'));
          if (host === '') continue;
          const message = `the kubelet would be sent to ${printed(host)}; leave the host out: it is the pod itself`;
          yield { path: [...place, action, 'host'].reduce((at, name) => at.child(name), path), message };
        }
      }
    }
  },
};
