import { addressesOf, healthChecked, refused, type Draft, type LoadBalancerDialect } from '../dialect';
import type { LoadBalancerRequest, WishHandler, WishHandlers } from '../dialect';
import { loadBalancerClassProblems, refuseUnsound } from '../props';
import { areAllocations, isOnePerSubnet } from './aws-addresses';
import { networkHealthCheck } from './aws-health-check';
import { awsInTree, type AwsInTreeProps } from './aws-in-tree';

/** The AWS Load Balancer Controller, which makes Network Load Balancers. */
export interface AwsLoadBalancerControllerProps {
  /**
   * Who makes the load balancers.
   * @default 'aws-load-balancer-controller'
   */
  readonly controller?: 'aws-load-balancer-controller';
  /**
   * Whether targets are the node ports or the pods themselves.
   * @default 'instance'
   */
  readonly targetType?: 'instance' | 'ip';
  /**
   * The class that the controller serves, its flag `--load-balancer-class`.
   * @default 'service.k8s.aws/nlb'
   */
  readonly loadBalancerClass?: string;
}

/** Who makes load balancers on Amazon Web Services, and how. */
export type AwsProps = AwsLoadBalancerControllerProps | AwsInTreeProps;

/**
 * Sources: kubernetes-sigs/aws-load-balancer-controller, docs/guide/service/annotations.md (the anchor named below), docs/guide/service/nlb.md
 * and pkg/service/model_build_*.go.
 */
const keys = {
  /** #lb-scheme: `internal` or `internet-facing`. Without it the controller's default is internal. */
  scheme: 'service.beta.kubernetes.io/aws-load-balancer-scheme',
  /** #nlb-target-type: `instance` or `ip`. Without it the controller's flag decides. */
  targetType: 'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type',
  /** #ip-address-type: `dualstack` is needed as soon as the Service has IPv6 (buildTargetGroupIPAddressType). */
  ipAddressType: 'service.beta.kubernetes.io/aws-load-balancer-ip-address-type',
  /** #private-ipv4-addresses: a list, internal only, one a subnet. */
  privateIpv4: 'service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses',
  /** #ipv6-addresses: a list, dual stack only, one a subnet. */
  ipv6: 'service.beta.kubernetes.io/aws-load-balancer-ipv6-addresses',
  /** #eip-allocations: a list, internet-facing only, one a subnet. */
  elasticIps: 'service.beta.kubernetes.io/aws-load-balancer-eip-allocations',
  /** #subnets: a list of ids or `Name` tags. */
  subnets: 'service.beta.kubernetes.io/aws-load-balancer-subnets',
  /** #proxy-protocol-v2: `*` is the only value. */
  proxyProtocol: 'service.beta.kubernetes.io/aws-load-balancer-proxy-protocol',
  /** #load-balancer-attributes: a map; `load_balancing.cross_zone.enabled`. */
  attributes: 'service.beta.kubernetes.io/aws-load-balancer-attributes',
} as const;

/** AWS, by whichever controller. */
export function aws(props: AwsProps): LoadBalancerDialect {
  return props.controller === 'in-tree' ? awsInTree(props) : loadBalancerController(props);
}

function loadBalancerController(props: AwsLoadBalancerControllerProps): LoadBalancerDialect {
  const { targetType = 'instance', loadBalancerClass = 'service.k8s.aws/nlb' } = props;
  refuseUnsound('Provider.aws', loadBalancerClassProblems('loadBalancerClass', loadBalancerClass));
  const healthCheck = networkHealthCheck(targetType);
  return {
    name: 'AWS (AWS Load Balancer Controller)',
    annotationKeys: [...Object.values(keys), ...healthCheck.annotationKeys],
    loadBalancerClass,
    service: (draft, request) => {
      baseline(draft, request, targetType);
    },
    wishes: {
      // The scheme is part of the baseline: it is written whatever is wished.
      internal: () => undefined,
      address,
      addressIds,
      subnets: (subnets, draft) => {
        draft.annotate(keys.subnets, subnets.join(','));
      },
      proxyProtocol: proxyProtocol(targetType),
      healthCheck: healthChecked(healthCheck.handlers),
      crossZone: (wanted, draft) => {
        draft.annotate(keys.attributes, `load_balancing.cross_zone.enabled=${String(wanted)}`);
      },
      sharingKey: refused(
        'every Service gets a load balancer with addresses of its own; use one Service with more ports',
      ),
    } satisfies WishHandlers,
  };
}

function baseline(draft: Draft, { wishes, service }: LoadBalancerRequest, targetType: 'instance' | 'ip'): void {
  draft.annotate(keys.scheme, wishes.internal === true ? 'internal' : 'internet-facing');
  draft.annotate(keys.targetType, targetType);
  if (service.ipFamilies.includes('IPv6')) draft.annotate(keys.ipAddressType, 'dualstack');
  if (service.ports.some(({ protocol }) => protocol === 'SCTP')) {
    // nlb.md, "Protocols"
    draft.refuse('Network Load Balancers carry TCP and UDP, not SCTP; use another way in for that port');
  }
  if (targetType === 'instance' && !service.hasNodePorts) {
    // #nlb-target-type: the controller fails to reconcile such a Service.
    draft.refuse("targets of type 'instance' are node ports: allocate them, or choose the target type 'ip'");
  }
}

const address: WishHandler<readonly string[]> = (addresses, draft, request) => {
  const ipv4 = addressesOf('IPv4', addresses);
  const ipv6 = addressesOf('IPv6', addresses);
  if (ipv4.length > 0 && request.wishes.internal !== true) {
    draft.refuse(
      `a public address cannot be chosen (${ipv4.join(', ')}): allocate Elastic IP addresses and name their allocation ids in addressIds`,
    );
    return;
  }
  for (const [key, list] of [
    [keys.privateIpv4, ipv4],
    [keys.ipv6, ipv6],
  ] as const) {
    if (list.length > 0 && isOnePerSubnet(list, draft, request)) draft.annotate(key, list.join(','));
  }
};

const addressIds: WishHandler<readonly string[]> = (ids, draft, request) => {
  if (request.wishes.internal === true) {
    draft.refuse(
      'Elastic IP addresses are for load balancers that face the internet; give an internal one its address',
    );
  } else if (areAllocations(ids, draft) && isOnePerSubnet(ids, draft, request)) {
    draft.annotate(keys.elasticIps, ids.join(','));
  }
};

function proxyProtocol(targetType: 'instance' | 'ip'): WishHandler<true> {
  return (_wanted, draft, { wishes, service }) => {
    // nlb.md, "Protocols": the check asks kube-proxy's health check node port, which does not read the PROXY protocol.
    const asksKubeProxy = targetType === 'instance' && service.externalTrafficPolicy === 'Local';
    if (asksKubeProxy && wishes.healthCheck?.protocol !== 'tcp') {
      draft.refuse(
        "with targets of type 'instance' and externalTrafficPolicy Local the health check would fail: " +
          "choose the target type 'ip', leave preserveClientIp out, or set healthCheck.protocol to 'tcp'",
      );
    } else {
      draft.annotate(keys.proxyProtocol, '*');
    }
  };
}
