import type { Service } from '../../kubernetes/api';
import { isEverywhere, isPrivate } from '../../kubernetes/address-ranges';
import { addressAnnotations, internalBy, sourceRangeAnnotations, tellsClient } from '../../target/load-balancer-reach';
import { servicePorts } from '../service-ports';
import { annotationOf, type SetObject } from '../set-object';
import type { ReachedPorts } from './reached-ports';
import type { WayIn } from './way-in';

/** A range of client addresses, and the field that names it. */
export interface SourceRange {
  readonly range: string;
  readonly field: string;
}

/** The ranges that a load balancer lets in; empty where it lets in everybody. The field goes before annotations. */
export function sourceRangesOf(service: SetObject<Service>): readonly SourceRange[] {
  const fields = (service.body.spec?.loadBalancerSourceRanges ?? []).map((range, index) => ({
    range: (range ?? '').trim(),
    field: `spec.loadBalancerSourceRanges[${index}]`,
  }));
  const named = fields.filter(({ range }) => range !== '');
  if (named.length > 0) return named;
  return sourceRangeAnnotations.flatMap((key) => listOf(service, key));
}

/** The fixed addresses that a load balancer asks for. */
export function fixedAddressesOf(service: SetObject<Service>): readonly SourceRange[] {
  const { loadBalancerIP } = service.body.spec ?? {};
  const own =
    loadBalancerIP == null || loadBalancerIP === '' ? [] : [{ range: loadBalancerIP, field: 'spec.loadBalancerIP' }];
  return [...own, ...addressAnnotations.flatMap((key) => listOf(service, key))];
}

function listOf(service: SetObject<Service>, key: string): SourceRange[] {
  const texts = (annotationOf(service, key) ?? '').split(',').map((text) => text.trim());
  return texts.filter((text) => text !== '').map((range) => ({ range, field: `metadata.annotations[${key}]` }));
}

/** Whether a load balancer is reached from one's own networks alone: by what its provider is told, or by its address. */
export function isInternal(service: SetObject<Service>): boolean {
  if (internalBy(service.annotations, service.body.spec?.loadBalancerClass) !== undefined) return true;
  const addresses = fixedAddressesOf(service);
  return addresses.length > 0 && addresses.every(({ range }) => isPrivate(range));
}

/** Whether a Service has node ports. */
export function hasNodePorts(service: SetObject<Service>): boolean {
  const { type } = service.body.spec ?? {};
  if (type === 'NodePort') return true;
  return (
    type === 'LoadBalancer' &&
    (allocates(service) || servicePorts(service).some(({ nodePort }) => nodePort !== undefined))
  );
}

/** Whether an address of the Service's own leads to pods. */
function isHeadless({ body }: SetObject<Service>): boolean {
  return body.spec?.clusterIP === 'None' || body.spec?.clusterIPs?.[0] === 'None';
}

/** The ways in that a Service opens itself. */
export function serviceWays(service: SetObject<Service>, reached: ReachedPorts): readonly WayIn[] {
  const { type, externalIPs, externalTrafficPolicy } = service.body.spec ?? {};
  const hasExternalIps = (externalIPs ?? []).length > 0;
  if (type === 'ExternalName' || isHeadless(service)) return [];
  if (type !== 'LoadBalancer' && type !== 'NodePort' && !hasExternalIps) return [];
  const client = externalTrafficPolicy === 'Local' ? 'kept' : 'lost';
  const ways: WayIn[] = [];
  for (const port of servicePorts(service)) {
    const { nodePort } = port;
    const ofNodes: WayIn = {
      way: 'nodePort',
      object: service,
      field: `${port.field}.${nodePort === undefined ? 'port' : 'nodePort'}`,
      port: nodePort,
      protocol: port.protocol,
      service,
      route: undefined,
      reaches: reached.by(service, port),
      reach: 'open',
      sources: [],
      clientAddress: client,
    };
    const own = { port: port.number, field: `${port.field}.port` };
    if (type === 'LoadBalancer')
      ways.push({ ...ofNodes, ...own, way: 'loadBalancer', ...loadBalancerReach(service, client) });
    if (hasExternalIps) ways.push({ ...ofNodes, ...own, way: 'externalIps' });
    if (type === 'NodePort' || (type === 'LoadBalancer' && (nodePort !== undefined || allocates(service)))) {
      // kube-proxy holds loadBalancerSourceRanges against traffic for the load balancer's address alone.
      ways.push(ofNodes);
    }
  }
  return ways;
}

function allocates({ body }: SetObject<Service>): boolean {
  return body.spec?.allocateLoadBalancerNodePorts !== false;
}

function loadBalancerReach(
  service: SetObject<Service>,
  client: 'kept' | 'lost',
): Pick<WayIn, 'reach' | 'sources' | 'clientAddress'> {
  const ranges = sourceRangesOf(service).map(({ range }) => range);
  return {
    reach: isInternal(service) ? 'internal' : 'open',
    sources: ranges.some(isEverywhere) ? [] : ranges,
    clientAddress: tellsClient(service.annotations) ? 'unknown' : client,
  };
}
