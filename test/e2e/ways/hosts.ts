import type { ContainerPort, Pod } from '../objects';
import { runningContainers, selects } from '../objects';
import { isReady } from './live';
import type { Live } from './live';
import { protocolOf } from './protocol';
import type { Unasked, Way } from './way';
import { addressText } from './way';

/** Ports of the nodes that pods take, by `hostNetwork` and by `hostPort`. */
export function hostWays(live: Live): readonly (Way | Unasked)[] {
  return live.pods.filter(isReady).flatMap((pod) => {
    const ports = runningContainers(pod.spec).flatMap((container) => container.ports ?? []);
    const taken = ports.filter(({ hostPort }) => pod.spec.hostNetwork === true || hostPort !== undefined);
    return taken.length === 0
      ? []
      : [...taken.map((port) => hostWay(pod, port, live)), ...withoutService(pod, ports, live)];
  });
}

function hostWay(pod: Pod, port: ContainerPort, { nodes }: Live): Way | Unasked {
  const onHost = pod.spec.hostNetwork === true;
  const way = onHost ? 'hostNetwork' : 'hostPort';
  const number = onHost ? port.containerPort : (port.hostPort ?? port.containerPort);
  const protocol = protocolOf({ name: port.name, number: port.containerPort, protocol: port.protocol });
  const node = nodes.find(({ name }) => name === pod.spec.nodeName);
  const asked = addressText(protocol ?? 'tcp', node?.address ?? pod.spec.nodeName ?? '', number);
  if (protocol === undefined) return { way, asked, reason: 'SCTP is not spoken here', failed: false };
  if (node === undefined) return { way, asked, reason: 'the node is not known', failed: true };
  if (port.hostIP !== undefined && isLoopback(port.hostIP)) {
    return { way, asked, reason: `listens on ${port.hostIP} of the node alone`, failed: false };
  }
  return {
    way,
    asked,
    protocol,
    sender: { from: 'machine', address: node.address, port: number },
    expected: { by: choiceOf(pod), port: { port: port.containerPort } },
  };
}

/** A pod that no Service leads to is still reached through the API server. */
function withoutService(pod: Pod, ports: readonly ContainerPort[], { services }: Live): readonly Way[] {
  const { name, namespace = '', labels } = pod.metadata;
  if (services.some((one) => one.metadata.namespace === namespace && selects(one.spec.selector, labels))) return [];
  return ports.flatMap(({ name: portName, containerPort, protocol: transport }) => {
    const protocol = protocolOf({ name: portName, number: containerPort, protocol: transport });
    if (protocol === undefined || protocol === 'udp') return [];
    const expected = { by: choiceOf(pod), port: { port: containerPort } };
    const target = `pod/${name}`;
    const forward: Way = {
      way: 'kubectl port-forward',
      asked: `${target} :${containerPort}`,
      protocol,
      sender: { from: 'port-forward', namespace, target, port: containerPort },
      expected,
    };
    if (protocol === 'tcp') return [forward];
    const path = `/api/v1/namespaces/${namespace}/pods/${protocol === 'https' ? 'https:' : ''}${name}:${containerPort}/proxy/`;
    return [
      forward,
      {
        way: 'kubectl proxy',
        asked: path,
        protocol: 'http' as const,
        sender: { from: 'proxy' as const, path },
        expected,
      },
    ];
  });
}

function choiceOf({ metadata }: Pod): { readonly namespace: string; readonly names: readonly string[] } {
  return { namespace: metadata.namespace ?? '', names: [metadata.name] };
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1';
}
