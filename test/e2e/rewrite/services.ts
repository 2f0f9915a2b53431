import { BlockList, isIPv6 } from 'node:net';
import type { ClusterFacts } from '../cluster/facts';
import type { KubeObject, Labels, Service, ServiceSpec } from '../objects';
import { isService } from '../objects';
import type { Options } from '../options';

/** What of the cluster and of the options decides over addresses. */
export type Addressing = Pick<ClusterFacts, 'nodes' | 'ownAddresses'> &
  Pick<Options, 'externalIps' | 'loadBalancerIp' | 'sourceRanges'>;

/** Services with addresses that lead to this cluster, and from which this machine may ask. */
export function replaceAddresses(documents: readonly KubeObject[], addressing: Addressing): readonly KubeObject[] {
  return documents.map((document) => (isService(document) ? replaceOne(document, addressing) : document));
}

function replaceOne(service: Service, addressing: Addressing): KubeObject {
  const { spec, metadata } = service;
  const isLoadBalancer = spec.type === 'LoadBalancer';
  return {
    ...service,
    metadata: { ...metadata, annotations: withoutAddresses(metadata.annotations) },
    spec: {
      ...spec,
      ...(spec.externalIPs === undefined ? {} : { externalIPs: externalIps(addressing) }),
      ...(isLoadBalancer ? loadBalancer(spec, addressing) : {}),
    },
  } as KubeObject;
}

function externalIps({ externalIps: told, nodes }: Addressing): readonly string[] {
  return told.length > 0 ? told : nodes.map(({ address }) => address);
}

/** Another cluster has other classes and addresses. */
function loadBalancer({ loadBalancerIP, loadBalancerSourceRanges }: ServiceSpec, addressing: Addressing): object {
  return {
    loadBalancerClass: undefined,
    loadBalancerIP: loadBalancerIP === undefined ? undefined : addressing.loadBalancerIp,
    loadBalancerSourceRanges:
      loadBalancerSourceRanges === undefined ? undefined : withOwn(loadBalancerSourceRanges, addressing),
  };
}

function withOwn(ranges: readonly string[], { sourceRanges, ownAddresses }: Addressing): readonly string[] {
  const allowed = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.trim().split('/');
    allowed.addSubnet(address, Number(bits), familyOf(address));
  }
  const outside = ownAddresses.filter((address) => !allowed.check(address, familyOf(address)));
  const own = outside.map((address) => `${address}/${isIPv6(address) ? 128 : 32}`);
  return [...ranges, ...(sourceRanges.length > 0 ? sourceRanges : own)];
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}

/** Addresses for documentation, which no cluster has (RFC 5737, RFC 3849). */
const documentation = /\b(192\.0\.2|198\.51\.100|203\.0\.113)\.\d|\b2001:db8:/i;
/** Controllers that would act outside of the cluster: make names in DNS, ask for certificates. */
const actsOutside = /^([a-z.]+\.)?(external-dns\.alpha\.kubernetes\.io|cert-manager\.io)\//;

/** Annotations less those that name an address of elsewhere or make something outside of the cluster. */
export function withoutAddresses(annotations: Labels | undefined): Labels | undefined {
  if (annotations === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(annotations).filter(([key, value]) => !documentation.test(value) && !actsOutside.test(key)),
  );
}
