import { addressesOf, healthChecked, refused } from '../dialect';
import type { Draft, LoadBalancerDialect, LoadBalancerRequest, WishHandler, WishHandlers } from '../dialect';
import { areAllocations, isOnePerSubnet } from './aws-addresses';
import { classicHealthCheck, inTreeNetworkHealthCheck } from './aws-health-check';

/** The AWS cloud controller manager, which began as code in the tree of Kubernetes. */
export interface AwsInTreeProps {
  /** Who makes the load balancers. */
  readonly controller: 'in-tree';
  /**
   * The kind of load balancer; the AWS cloud controller manager cannot change it once the load balancer exists.
   * @default 'classic'
   */
  readonly loadBalancer?: 'classic' | 'nlb';
}

/** Sources: kubernetes/cloud-provider-aws, docs/service_controller.md, pkg/providers/v1/aws.go and aws_loadbalancer.go. */
const keys = {
  /** Any text but `false` and the empty one. */
  internal: 'service.beta.kubernetes.io/aws-load-balancer-internal',
  /** A list of ids or `Name` tags. */
  subnets: 'service.beta.kubernetes.io/aws-load-balancer-subnets',
  crossZone: 'service.beta.kubernetes.io/aws-load-balancer-cross-zone-load-balancing-enabled',
} as const;

const networkKeys = {
  /** `nlb`; without it the load balancer is a classic one (isNLB). */
  type: 'service.beta.kubernetes.io/aws-load-balancer-type',
  /** A list, split at commas and not trimmed, one a subnet; since version 1.35 (ServiceAnnotationLoadBalancerPrivateIPv4Addresses). */
  privateIpv4: 'service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses',
  /** A list, split at commas and not trimmed, one a subnet. */
  elasticIps: 'service.beta.kubernetes.io/aws-load-balancer-eip-allocations',
  /** A map; `proxy_protocol_v2.enabled` since version 1.34. */
  targetGroupAttributes: 'service.beta.kubernetes.io/aws-load-balancer-target-group-attributes',
} as const;

const classicKeys = {
  /** `*` is the only value. */
  proxyProtocol: 'service.beta.kubernetes.io/aws-load-balancer-proxy-protocol',
} as const;

/** AWS by its cloud controller manager. */
export function awsInTree(props: AwsInTreeProps): LoadBalancerDialect {
  return props.loadBalancer === 'nlb' ? networkLoadBalancer : classicLoadBalancer;
}

const shared = {
  internal: (_wanted, draft) => {
    draft.annotate(keys.internal, true);
  },
  subnets: (subnets, draft) => {
    draft.annotate(keys.subnets, subnets.join(','));
  },
  crossZone: (wanted, draft) => {
    draft.annotate(keys.crossZone, wanted);
  },
  sharingKey: refused('every Service gets a load balancer with addresses of its own; use one Service with more ports'),
} satisfies Partial<WishHandlers>;

/** EnsureLoadBalancer skips ports without a node port, and checkMixedProtocol refuses more than one protocol. */
function checkPorts(draft: Draft, { service }: LoadBalancerRequest): void {
  if (!service.hasNodePorts) draft.refuse('its targets are node ports: allocate them');
  if (new Set(service.ports.map(({ protocol }) => protocol)).size > 1) {
    draft.refuse('the ports of a Service must all have one protocol: use one Service for each protocol');
  }
}

/** checkProtocol */
function checkProtocols(allowed: readonly string[], wayOut: string, draft: Draft, request: LoadBalancerRequest): void {
  const wrong = request.service.ports.find(({ protocol }) => !allowed.includes(protocol));
  if (wrong !== undefined) {
    draft.refuse(`port ${wrong.port} is ${wrong.protocol}, and ${allowed.join(' and ')} can be carried: ${wayOut}`);
  }
}

const privateAddresses: WishHandler<readonly string[]> = (addresses, draft, request) => {
  const [ipv6] = addressesOf('IPv6', addresses);
  if (ipv6 !== undefined) {
    draft.refuse(`an IPv6 address cannot be chosen (${ipv6}): use the AWS Load Balancer Controller`);
  } else if (request.wishes.internal !== true) {
    draft.refuse(
      `a public address cannot be chosen (${addresses.join(', ')}): allocate Elastic IP addresses and name their allocation ids in addressIds`,
    );
  } else if (isOnePerSubnet(addresses, draft, request)) {
    draft.annotate(networkKeys.privateIpv4, addresses.join(','));
  }
};

const elasticIps: WishHandler<readonly string[]> = (ids, draft, request) => {
  if (request.wishes.internal === true) {
    draft.refuse(
      'Elastic IP addresses are for load balancers that face the internet; give an internal one its address',
    );
  } else if (areAllocations(ids, draft) && isOnePerSubnet(ids, draft, request)) {
    draft.annotate(networkKeys.elasticIps, ids.join(','));
  }
};

const networkHealthCheck = inTreeNetworkHealthCheck();

const networkLoadBalancer: LoadBalancerDialect = {
  name: 'AWS (cloud controller manager, Network Load Balancer)',
  annotationKeys: [...Object.values(keys), ...Object.values(networkKeys), ...networkHealthCheck.annotationKeys],
  service: (draft, request) => {
    draft.annotate(networkKeys.type, 'nlb');
    checkPorts(draft, request);
    checkProtocols(['TCP', 'UDP'], 'use another way in for that port', draft, request);
  },
  wishes: {
    ...shared,
    address: privateAddresses,
    addressIds: elasticIps,
    proxyProtocol: (_wanted, draft) => {
      draft.annotate(networkKeys.targetGroupAttributes, 'proxy_protocol_v2.enabled=true');
    },
    healthCheck: healthChecked(networkHealthCheck.handlers),
  },
};

const classicCheck = classicHealthCheck();

const classicLoadBalancer: LoadBalancerDialect = {
  name: 'AWS (cloud controller manager, Classic Load Balancer)',
  annotationKeys: [...Object.values(keys), ...Object.values(classicKeys), ...classicCheck.annotationKeys],
  service: (draft, request) => {
    checkPorts(draft, request);
    checkProtocols(['TCP'], "choose loadBalancer 'nlb'", draft, request);
  },
  wishes: {
    ...shared,
    // EnsureLoadBalancer refuses spec.loadBalancerIP too.
    address: refused("a Classic Load Balancer has no fixed address: choose loadBalancer 'nlb'"),
    addressIds: refused("a Classic Load Balancer takes no Elastic IP addresses: choose loadBalancer 'nlb'"),
    proxyProtocol: (_wanted, draft) => {
      draft.annotate(classicKeys.proxyProtocol, '*');
    },
    healthCheck: healthChecked(classicCheck.handlers),
  },
};
