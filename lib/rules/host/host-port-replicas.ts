import { itemsOf } from '../../manifests/untyped';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';
import { hostPortsOf, takingHostPorts } from './host-ports';
import { isOneNode, nodeChoiceOf } from './node-choice';

const web = (spec: string, pod = ''): string =>
  deployment('web', 'app: web', { ports: 'containerPort: 8080, hostPort: 80', spec, pod });

export const hostPortReplicas = defineRule({
  id: 'host/host-port-replicas',
  class: 'broken',
  on: ['workload'],
  among: takingHostPorts,
  summary: 'Pods that take a port of their node are no more than there are nodes for them.',
  why: 'A node has room for one pod with the port: the others stay Pending. Who reaches it depends on which nodes have one.',
  fix: 'Write a DaemonSet, which has one pod on each node, or as many replicas as nodes are chosen.',
  symptoms: ["node(s) didn't have free ports for the requested pod ports", 'Pending', 'FailedScheduling'],
  good: [
    { title: 'one', manifests: web('replicas: 1') },
    {
      title: 'one a node',
      manifests: deployment('web', 'app: web', { kind: 'DaemonSet', ports: 'containerPort: 80, hostPort: 80' }),
    },
    {
      title: 'several that are kept apart',
      manifests: web(
        'replicas: 3',
        'affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: web } } }] } }',
      ),
    },
    { title: 'several without a port of the node', manifests: deployment('web', 'app: web', { spec: 'replicas: 3' }) },
  ],
  bad: [
    { title: 'several', manifests: web('replicas: 3'), finds: ['spec.replicas'] },
    {
      title: 'several on one node',
      manifests: web('replicas: 2', 'nodeSelector: { kubernetes.io/hostname: n1 }'),
      finds: ['spec.replicas'],
    },
    {
      title: 'several on the host network',
      manifests: deployment('web', 'app: web', {
        ports: 'containerPort: 80',
        spec: 'replicas: 2',
        pod: 'hostNetwork: true',
      }),
      finds: ['spec.replicas'],
    },
  ],
  *check(workload) {
    const { object, replicas = 1, ends } = workload;
    const [port] = hostPortsOf(workload);
    if (port === undefined || replicas < 2 || ends) return;
    const one = isOneNode(nodeChoiceOf(workload));
    // Who keeps the pods apart knows that each needs a node.
    const { podAntiAffinity } = workload.spec.affinity ?? {};
    if (!one && itemsOf(podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution).length > 0) return;
    yield {
      field: 'spec.replicas',
      // Whether there are as many nodes is not known.
      severity: one ? 'error' : 'warning',
      message: `${replicas} pods take port ${port.number} of their node, and ${one ? 'they are all to run on one node' : `so need ${replicas} nodes`}`,
      related: [{ object, field: port.field }],
    };
  },
});
