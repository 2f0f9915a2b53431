import { annotatedWithin, healthChecked, refused } from '../dialect';
import type { Draft, HealthCheckHandlers, LoadBalancerDialect, LoadBalancerRequest, WishHandler } from '../dialect';
import { healthCheckPort, isSoundPath, vSwitchId } from './alibaba-cloud-forms';
import { networkLoadBalancer, type AlibabaCloudNetworkProps } from './alibaba-cloud-network';

/** Classic Load Balancers (CLB). */
export interface AlibabaCloudClassicProps {
  /**
   * The kind of load balancer.
   * @default 'clb'
   */
  readonly loadBalancer?: 'clb';
}

/** What makes load balancers on Alibaba Cloud. */
export type AlibabaCloudProps = AlibabaCloudClassicProps | AlibabaCloudNetworkProps;

/**
 * Sources: kubernetes/cloud-provider-alibaba-cloud, docs/usage.md (the annotation list at its end, with limits),
 * pkg/controller/service/reconcile/annotation/annotations.go and pkg/controller/service/clbv1.
 */
const keys = {
  /** `intranet` or `internet`. */
  addressType: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type',
  /** The id of a vSwitch, for internal load balancers. */
  vSwitch: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-vswitch-id',
  /** An IPv4 address of the vSwitch (annotations.go, IP; it becomes Address of the CreateLoadBalancer call). */
  address: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-ip',
  /** `ipv4` or `ipv6`. */
  ipVersion: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-ip-version',
  /** `on` (annotations.go, ProxyProtocol; clbv1/listeners.go sets version 2 on TCP and UDP listeners). */
  proxyProtocol: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-proxy-protocol',
  /** `tcp` or `http`. */
  type: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-health-check-type',
  path: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-health-check-uri',
  /** A port of the backend server. */
  port: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-health-check-connect-port',
  /** 1 to 50 seconds. */
  interval: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-health-check-interval',
  /** 1 to 300 seconds; one below the interval is not applied. setTCPListenerValue sends it for HTTP checks of TCP listeners too. */
  timeout: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-health-check-connect-timeout',
  /** 2 to 10. */
  healthy: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-healthy-threshold',
  /** 2 to 10. */
  unhealthy: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-unhealthy-threshold',
} as const;

/** Alibaba Cloud, by whichever load balancer. */
export function alibabaCloud(props: AlibabaCloudProps): LoadBalancerDialect {
  return props.loadBalancer === 'nlb' ? networkLoadBalancer(props) : classicLoadBalancer;
}

const address: WishHandler<readonly string[]> = (addresses, draft, { wishes }) => {
  const [first = '', ...more] = addresses;
  // Alibaba Cloud documentation, "Specify an IP address for a CLB instance": internal ones in a VPC alone, with their vSwitch, IPv4 alone.
  if (more.length > 0) draft.refuse(`a load balancer has one address, and ${addresses.join(' and ')} are named`);
  else if (first.includes(':')) draft.refuse(`an IPv6 address cannot be chosen (${first}): leave it out`);
  else if (wishes.internal !== true) {
    draft.refuse(
      `a public address cannot be chosen (${first}): use a Network Load Balancer and name Elastic IP addresses in addressIds`,
    );
  } else if (wishes.subnets === undefined)
    draft.refuse(`the vSwitch that has ${first} must be known: name it in subnets`);
  else draft.annotate(keys.address, first);
};

const subnets: WishHandler<readonly string[]> = (ids, draft, { wishes }) => {
  const [id = '', ...more] = ids;
  if (wishes.internal !== true)
    draft.refuse('only an internal load balancer stands in a vSwitch: leave it out, or make it internal');
  else if (more.length > 0) draft.refuse(`it stands in one vSwitch, and ${ids.join(', ')} are named`);
  else if (!vSwitchId.test(id)) draft.refuse(`'${id}' is not the id of a vSwitch, such as 'vsw-bp1a2b3c'`);
  else draft.annotate(keys.vSwitch, id);
};

/** HTTP is for TCP listeners: setUDPListenerValue sends neither type nor path. */
function isForTcpAlone(draft: Draft, { service }: LoadBalancerRequest): boolean {
  const other = service.ports.find(({ protocol }) => protocol !== 'TCP');
  if (other !== undefined)
    draft.refuse(`it is for TCP ports alone, and port ${other.port} is ${other.protocol}: leave it out`);
  return other === undefined;
}

const healthCheck: HealthCheckHandlers = {
  protocol: (value, draft, request) => {
    if (value === 'https') draft.refuse("checks speak 'tcp' or 'http', not 'https'");
    else if (isForTcpAlone(draft, request)) draft.annotate(keys.type, value);
  },
  path: (value, draft, request) => {
    if (isSoundPath(value, draft) && isForTcpAlone(draft, request)) draft.annotate(keys.path, value);
  },
  port: healthCheckPort(keys.port),
  intervalSeconds: annotatedWithin(keys.interval, 1, 50),
  timeoutSeconds: (value, draft, request) => {
    // docs/usage.md: the interval is 2 seconds where none is given.
    const interval = request.wishes.healthCheck?.intervalSeconds ?? 2;
    if (value < interval) draft.refuse(`it is ${value}, and one below the interval, ${interval}, is not applied`);
    else annotatedWithin(keys.timeout, 1, 300)(value, draft, request);
  },
  healthyThreshold: annotatedWithin(keys.healthy, 2, 10),
  unhealthyThreshold: annotatedWithin(keys.unhealthy, 2, 10),
};

const classicLoadBalancer: LoadBalancerDialect = {
  name: 'Alibaba Cloud (Classic Load Balancer)',
  annotationKeys: Object.values(keys),
  service: (draft, { service }) => {
    if (service.ipFamilies.length > 1)
      draft.refuse("it has addresses of one family: choose loadBalancer 'nlb' for both");
    else if (service.ipFamilies[0] === 'IPv6') draft.annotate(keys.ipVersion, 'ipv6');
  },
  wishes: {
    internal: (_wanted, draft) => {
      draft.annotate(keys.addressType, 'intranet');
    },
    address,
    addressIds: refused("reserved addresses are for Network Load Balancers: choose loadBalancer 'nlb'"),
    subnets,
    proxyProtocol: (_wanted, draft) => {
      draft.annotate(keys.proxyProtocol, 'on');
    },
    healthCheck: healthChecked(healthCheck),
    crossZone: refused("a Classic Load Balancer has no setting for it: choose loadBalancer 'nlb', or leave it out"),
    sharingKey: refused(
      'Services share a load balancer by its id, which is known only once it exists; use one Service with more ports',
    ),
  },
};
