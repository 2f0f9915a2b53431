import type { Severity } from '../../findings/finding';
import { servicePorts } from '../../graph/service-ports';
import { nameOf, type SetObject } from '../../graph/set-object';
import type { Graph } from '../../graph/graph';
import { deployment, service } from '../example-manifests';
import { defineRule } from '../rule';
import { hostPortsOf, type HostPort } from './host-ports';

/** What listens on nodes beside pods, https://kubernetes.io/docs/reference/networking/ports-and-protocols/; sshd by RFC 4251. */
const services: Readonly<Record<number, { readonly name: string; readonly severity: Severity }>> = {
  22: { name: 'the SSH server of the node', severity: 'warning' },
  2379: { name: 'etcd, on nodes of the control plane', severity: 'warning' },
  2380: { name: 'etcd, on nodes of the control plane', severity: 'warning' },
  6443: { name: 'the API server, on nodes of the control plane', severity: 'warning' },
  10248: { name: 'the health check of the kubelet', severity: 'warning' },
  10249: { name: 'the metrics of kube-proxy', severity: 'warning' },
  10250: { name: 'the kubelet', severity: 'error' },
  10256: { name: 'the health check of kube-proxy', severity: 'error' },
  10257: { name: 'kube-controller-manager, on nodes of the control plane', severity: 'warning' },
  10259: { name: 'kube-scheduler, on nodes of the control plane', severity: 'warning' },
};

const port = (number: number): string => `containerPort: 8080, hostPort: ${number}`;
const fields = ['spec.template.spec.containers[0].ports[0].hostPort'];

export const nodeServicePort = defineRule({
  id: 'host/node-service-port',
  class: 'broken',
  on: ['set'],
  summary: 'A port of a node that a pod takes is not one that the node itself or a node port needs.',
  why: 'On the host network the pod ends with "address already in use"; a host port takes the traffic away from the kubelet or from the Service whose node port it is.',
  fix: 'Take a port that nothing on the node listens on, outside the range of node ports.',
  symptoms: ['address already in use', 'CrashLoopBackOff', 'the node is NotReady'],
  references: ['https://kubernetes.io/docs/reference/networking/ports-and-protocols/'],
  good: [
    { manifests: deployment('web', 'app: web', { ports: port(8080) }) },
    { title: 'a port of the pod alone', manifests: deployment('web', 'app: web', { ports: 'containerPort: 10250' }) },
    {
      title: 'a part of the control plane',
      manifests: deployment('etcd', 'app: etcd', {
        namespace: 'kube-system',
        ports: 'containerPort: 2379',
        pod: 'hostNetwork: true',
      }),
    },
  ],
  bad: [
    { title: 'the kubelet', manifests: deployment('web', 'app: web', { ports: port(10250) }), finds: fields },
    {
      title: 'the health check of kube-proxy, on the host network',
      manifests: deployment('web', 'app: web', { ports: 'containerPort: 10256', pod: 'hostNetwork: true' }),
      finds: ['spec.template.spec.containers[0].ports[0].containerPort'],
    },
    {
      title: 'a node port of the set',
      manifests:
        deployment('web', 'app: web', { ports: port(30080) }) +
        service('app: web', { port: 'port: 80, targetPort: 8080, nodePort: 30080', spec: 'type: NodePort' }),
      finds: fields,
    },
    {
      title: 'the range of node ports',
      manifests: deployment('web', 'app: web', { ports: port(31000) }),
      finds: fields,
    },
  ],
  *check(graph) {
    const nodePorts = nodePortsOf(graph);
    for (const workload of graph.pods.all) {
      if (workload.namespace === 'kube-system') continue;
      for (const port of hostPortsOf(workload)) {
        const owner = nodePorts.get(`${port.number}/${port.protocol}`);
        const clash = ownerClash(owner) ?? nodeClash(port) ?? rangeClash(port, graph);
        if (clash === undefined) continue;
        const { text, severity } = clash;
        yield {
          ...{ object: workload.object, field: port.field, severity },
          message: `port ${port.number}/${port.protocol} of the node is that of ${text}`,
          related: owner === undefined ? [] : [owner],
        };
      }
    }
  },
});

interface Clash {
  readonly text: string;
  readonly severity: Severity;
}

interface NodePortOwner {
  readonly object: SetObject<object>;
  readonly field: string;
}

function nodePortsOf(graph: Graph): ReadonlyMap<string, NodePortOwner> {
  const owners = new Map<string, NodePortOwner>();
  for (const object of graph.ofKind('Service')) {
    for (const { nodePort, protocol, field } of servicePorts(object)) {
      if (nodePort !== undefined) owners.set(`${nodePort}/${protocol}`, { object, field: `${field}.nodePort` });
    }
  }
  return owners;
}

function ownerClash(owner: NodePortOwner | undefined): Clash | undefined {
  return owner && { text: `${nameOf(owner.object)}, its node port`, severity: 'error' };
}

function nodeClash({ number, protocol }: HostPort): Clash | undefined {
  const found = protocol === 'TCP' && Object.hasOwn(services, number) ? services[number] : undefined;
  return found && { text: found.name, severity: found.severity };
}

function rangeClash({ number }: HostPort, { target }: Graph): Clash | undefined {
  const [first, last] = target.nodePortRange;
  if (number < first || number > last) return undefined;
  return { text: `any Service that is given it: node ports are ${first} to ${last}`, severity: 'warning' };
}
