import type { Severity } from '../../findings/finding';
import type { Workload } from '../../graph/workload';
import { valueAt } from '../../manifests/untyped';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';
import { hostPortsOf, takingHostPorts } from './host-ports';
import { isOneNode, nodeChoiceOf } from './node-choice';
import { rollingUpdateOf } from '../workload/rolling-update';

const web = (spec: string, pod = ''): string =>
  deployment('web', 'app: web', { ports: 'containerPort: 8080, hostPort: 80', spec, pod });

export const hostPortRollout = defineRule({
  id: 'host/host-port-rollout',
  class: 'broken',
  on: ['workload'],
  among: takingHostPorts,
  summary: 'A Deployment with a port of the node takes an old pod away before it makes a new one.',
  why: 'A rolling update makes the new pod first, which waits for a node whose port is free, while the old pod keeps the port: with as many nodes as pods the update never ends.',
  fix: 'Set `strategy.rollingUpdate` to maxSurge 0 and maxUnavailable 1, or the type Recreate; for one pod a node write a DaemonSet.',
  symptoms: [
    "node(s) didn't have free ports for the requested pod ports",
    'the rollout hangs',
    'Progressing',
    'ProgressDeadlineExceeded',
  ],
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment'],
  good: [
    { title: 'away first', manifests: web('strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } }') },
    { title: 'all away first', manifests: web('strategy: { type: Recreate }') },
    { title: 'one of four is away', manifests: web('replicas: 4') },
    {
      title: 'a DaemonSet',
      manifests: deployment('web', 'app: web', { kind: 'DaemonSet', ports: 'containerPort: 80, hostPort: 80' }),
    },
  ],
  bad: [
    { title: 'the default strategy', manifests: web('replicas: 1'), finds: ['spec.strategy'] },
    { title: 'on one node', manifests: web('replicas: 1', 'nodeName: n1'), finds: ['spec.strategy'] },
    {
      title: 'on the host network',
      manifests: deployment('web', 'app: web', { ports: 'containerPort: 80', pod: 'hostNetwork: true' }),
      finds: ['spec.strategy'],
    },
    {
      title: 'none may be away',
      manifests: web('strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }'),
      finds: ['spec.strategy.rollingUpdate.maxUnavailable'],
    },
  ],
  *check(workload) {
    const { object, replicas } = workload;
    const [port] = hostPortsOf(workload);
    const update = rollingUpdateOf(workload);
    if (port === undefined || replicas === 0 || update === undefined || update.unavailable > 0) return;
    const said = valueAt(object.body, 'spec', 'strategy', 'rollingUpdate', 'maxUnavailable') !== undefined;
    yield {
      field: said ? 'spec.strategy.rollingUpdate.maxUnavailable' : 'spec.strategy',
      severity: severityOf(workload),
      message: `an update makes a new pod before it takes one of ${replicas ?? 1} away (maxUnavailable is ${update.unavailable}), and port ${port.number} of the node is taken until then`,
      related: [{ object, field: port.field }],
      edits: [
        { set: 'spec.strategy.rollingUpdate.maxSurge', value: 0 },
        { set: 'spec.strategy.rollingUpdate.maxUnavailable', value: 1 },
      ],
    };
  },
});

/** Nobody knows how many nodes there are, unless the pods name theirs. */
function severityOf(workload: Workload): Severity {
  return isOneNode(nodeChoiceOf(workload)) ? 'error' : 'warning';
}
