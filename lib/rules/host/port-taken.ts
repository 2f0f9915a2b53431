import type { Severity } from '../../findings/finding';
import { nameOf } from '../../graph/set-object';
import type { Workload } from '../../graph/workload';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';
import { HostPortIndex, hostPortsOf, type HostPort } from './host-ports';
import { areApart, covers, isOneNode, nodeChoiceOf } from './node-choice';

const port = 'containerPort: 8080, hostPort: 80';
const agent = (name: string, ports = port, pod = ''): string =>
  deployment(name, `app: ${name}`, { kind: 'DaemonSet', ports, pod });

export const hostPortTaken = defineRule({
  id: 'host/port-taken',
  class: 'broken',
  on: ['set'],
  summary: 'A port of a node is taken by one pod.',
  why: 'The scheduler puts no two pods on a node that want one port of it, by `hostPort` or on the host network: one of them stays Pending, "node(s) didn\'t have free ports".',
  fix: 'Give one of them another port, or keep them on different nodes by `nodeSelector`; a Service of type NodePort or LoadBalancer needs no port of the node.',
  symptoms: [
    "node(s) didn't have free ports for the requested pod ports",
    'Pending',
    'FailedScheduling',
    'address already in use',
  ],
  references: ['https://kubernetes.io/docs/concepts/configuration/overview/#services'],
  good: [
    {
      title: 'TCP and UDP',
      manifests:
        agent('a', 'containerPort: 53, hostPort: 53') + agent('b', 'containerPort: 53, hostPort: 53, protocol: UDP'),
    },
    {
      title: 'addresses',
      manifests: agent('a', `${port}, hostIP: 192.0.2.1`) + agent('b', `${port}, hostIP: 192.0.2.2`),
    },
    {
      title: 'nodes',
      manifests: agent('a', port, 'nodeSelector: { role: edge }') + agent('b', port, 'nodeSelector: { role: inner }'),
    },
    {
      title: 'the container port on an ordinary network',
      manifests: agent('a', 'containerPort: 80') + agent('b', 'containerPort: 80'),
    },
  ],
  bad: [
    {
      title: 'two DaemonSets',
      manifests: agent('a') + agent('b'),
      finds: ['spec.template.spec.containers[0].ports[0].hostPort'],
    },
    {
      title: 'two DaemonSets on the host network',
      manifests:
        agent('a', 'containerPort: 9100', 'hostNetwork: true') + agent('b', 'containerPort: 9100', 'hostNetwork: true'),
      finds: ['spec.template.spec.containers[0].ports[0].containerPort'],
    },
    {
      title: 'a host port and the host network',
      manifests: agent('a', 'containerPort: 80', 'hostNetwork: true') + deployment('b', 'app: b', { ports: port }),
      finds: ['spec.template.spec.containers[0].ports[0].hostPort'],
    },
    {
      title: 'all addresses and one of them',
      manifests: agent('a', port) + agent('b', `${port}, hostIP: 192.0.2.2`),
      finds: ['spec.template.spec.containers[0].ports[0].hostPort'],
    },
    {
      title: 'two Deployments, which need two nodes',
      manifests: deployment('a', 'app: a', { ports: port }) + deployment('b', 'app: b', { ports: port }),
      finds: ['spec.template.spec.containers[0].ports[0].hostPort'],
    },
  ],
  *check(graph) {
    const taken = new HostPortIndex();
    for (const workload of graph.pods.all) {
      if (workload.ends || workload.replicas === 0) continue;
      for (const port of hostPortsOf(workload)) {
        const other = firstMet(taken.clashesOf(port), workload);
        taken.add(port);
        if (other === undefined) continue;
        yield {
          ...{ object: workload.object, field: port.field, severity: severityOf(other.workload, workload) },
          message: `${printPort(port)} of the node is wanted by ${nameOf(other.workload.object)} too${onHostNetwork(other)}`,
          related: [{ object: other.workload.object, field: other.field }],
        };
      }
    }
  },
});

function firstMet(clashes: Iterable<HostPort>, workload: Workload): HostPort | undefined {
  for (const one of clashes) if (meets(one.workload, workload)) return one;
  return undefined;
}

/** Containers of one pod are the API server's matter, and one object that is written twice another rule's. */
function meets(one: Workload, other: Workload): boolean {
  const { object } = one;
  const isSame =
    object.key === other.object.key && object.namespace === other.namespace && object.name === other.object.name;
  return !isSame && !areApart(nodeChoiceOf(one), nodeChoiceOf(other));
}

/** Certain where they must meet on a node; pods that the scheduler places need as many nodes, and nobody knows how many there are. */
function severityOf(one: Workload, other: Workload): Severity {
  const [a, b] = [nodeChoiceOf(one), nodeChoiceOf(other)];
  const mustMeet = (one.perNode && covers(a, b)) || (other.perNode && covers(b, a)) || (isOneNode(a) && isOneNode(b));
  return mustMeet ? 'error' : 'warning';
}

function printPort({ number, protocol, address }: HostPort): string {
  return `port ${number}/${protocol}${address === '' ? '' : ` at ${address}`}`;
}

function onHostNetwork({ workload }: HostPort): string {
  return workload.spec.hostNetwork === true ? ', which is on the host network' : '';
}
