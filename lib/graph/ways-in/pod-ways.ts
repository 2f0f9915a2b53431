import { isLoopback } from '../../kubernetes/address-ranges';
import { numberOf, textOf } from '../../manifests/untyped';
import type { Workload } from '../workload';
import type { WayIn } from './way-in';

/** The ways in that pods open themselves, by ports of their node. */
export function podWays(workload: Workload): readonly WayIn[] {
  return workload.spec.hostNetwork === true ? hostNetworkWays(workload) : hostPortWays(workload);
}

/** Every port that a process binds is a port of the node; what is declared is what is known of them. */
function hostNetworkWays(workload: Workload): readonly WayIn[] {
  const base = { ...open(workload), way: 'hostNetwork' } as const;
  const field = `${workload.template}spec.hostNetwork`;
  if (workload.ports.length === 0) return [{ ...base, field, port: undefined, protocol: 'TCP', reaches: [] }];
  return workload.ports.map((declared) => ({
    ...base,
    field,
    port: declared.number,
    protocol: declared.protocol,
    reaches: [{ workload, declared, number: declared.number }],
  }));
}

function hostPortWays(workload: Workload): readonly WayIn[] {
  const ways: WayIn[] = [];
  for (const declared of workload.ports) {
    const port = numberOf(declared.port.hostPort) ?? 0;
    if (port === 0) continue;
    ways.push({
      ...open(workload),
      way: 'hostPort',
      reach: isLoopback(textOf(declared.port.hostIP)) ? 'node' : 'open',
      port,
      field: `${declared.field}.hostPort`,
      protocol: declared.protocol,
      reaches: [{ workload, declared, number: declared.number }],
    });
  }
  return ways;
}

function open({
  object,
}: Workload): Pick<WayIn, 'object' | 'service' | 'route' | 'reach' | 'sources' | 'clientAddress'> {
  return { object, service: undefined, route: undefined, reach: 'open', sources: [], clientAddress: 'kept' };
}
