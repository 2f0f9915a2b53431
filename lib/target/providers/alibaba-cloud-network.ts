import { annotatedWithin, healthChecked, refused } from '../dialect';
import type { Draft, HealthCheckHandlers, LoadBalancerDialect, LoadBalancerRequest, WishHandler } from '../dialect';
import { refuseUnsound } from '../props';
import { healthCheckPort, isSoundPath, vSwitchId } from './alibaba-cloud-forms';

/** A zone that Network Load Balancers stand in. */
export interface AlibabaCloudZone {
  /** The id of the zone, `cn-hangzhou-k`. */
  readonly zone: string;
  /** The id of the vSwitch in that zone, `vsw-bp1a2b3c`. */
  readonly vSwitch: string;
}

/** Network Load Balancers (NLB). */
export interface AlibabaCloudNetworkProps {
  /** The kind of load balancer. */
  readonly loadBalancer: 'nlb';
  /** The zones that they stand in, at least two. */
  readonly zones: readonly AlibabaCloudZone[];
}

/**
 * Sources: Alibaba Cloud documentation, "Configure an NLB with annotations"; kubernetes/cloud-provider-alibaba-cloud,
 * pkg/controller/service/reconcile/annotation/annotations.go, pkg/controller/service/nlbv2 and its NLB client (CreateServerGroup, limits).
 */
const keys = {
  /** `zone:vSwitch[:private address[:Elastic IP id]]` for each zone (parseZoneMappings). Needed. */
  zones: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-zone-maps',
  /** `intranet` or `internet`. */
  addressType: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type',
  /** `ipv4` or `DualStack` (GetAddressIpVersion). */
  ipVersion: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-ip-version',
  /** `on`. */
  proxyProtocol: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-proxy-protocol',
  /** `on` or `off` (CrossZoneEnabled). */
  crossZone: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-cross-zone-enabled',
  /** `on`; the keys below are read only with it (server_groups.go). */
  check: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-health-check-flag',
  /** `tcp` or `http`. */
  type: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-health-check-type',
  path: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-health-check-uri',
  /** A port of the backend server. */
  port: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-health-check-connect-port',
  /** 1 to 50 seconds. */
  interval: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-health-check-interval',
  /** 1 to 300 seconds. */
  timeout: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-health-check-connect-timeout',
  /** 2 to 10. */
  healthy: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-healthy-threshold',
  /** 2 to 10. */
  unhealthy: 'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-unhealthy-threshold',
} as const;

const zoneId = /^[a-z]{2}-[a-z0-9]+(?:-[a-z0-9]+)*$/;
const elasticIpId = /^eip-[a-z0-9]+$/;

/** Alibaba Cloud by Network Load Balancers. */
export function networkLoadBalancer(props: AlibabaCloudNetworkProps): LoadBalancerDialect {
  refuseUnsound('Provider.alibabaCloud', zoneProblems(props.zones));
  const zones = props.zones.map(({ zone, vSwitch }) => ({ zone, vSwitch }));
  return {
    name: 'Alibaba Cloud (Network Load Balancer)',
    annotationKeys: Object.values(keys),
    // NLBClass in pkg/controller/helper/service_utils.go
    loadBalancerClass: 'alibabacloud.com/nlb',
    service: (draft, request) => {
      baseline(zones, draft, request);
    },
    wishes: {
      internal: (_wanted, draft) => {
        draft.annotate(keys.addressType, 'intranet');
      },
      address: address(zones.length),
      addressIds: elasticIps(zones.length),
      subnets: refused('its vSwitches are those of its zones: name them in Provider.alibabaCloud({ zones })'),
      proxyProtocol: (_wanted, draft) => {
        draft.annotate(keys.proxyProtocol, 'on');
      },
      healthCheck: (check, draft, request) => {
        draft.annotate(keys.check, 'on');
        healthChecked(healthCheck)(check, draft, request);
      },
      crossZone: (wanted, draft) => {
        draft.annotate(keys.crossZone, wanted ? 'on' : 'off');
      },
      sharingKey: refused(
        'every Service gets a load balancer with addresses of its own; use one Service with more ports',
      ),
    },
  };
}

function zoneProblems(zones: readonly AlibabaCloudZone[]): string[] {
  const problems = zones.flatMap(({ zone, vSwitch }) => [
    ...(zoneId.test(zone) ? [] : [`zones holds '${zone}', which is not the id of a zone, such as 'cn-hangzhou-k'`]),
    ...(vSwitchId.test(vSwitch)
      ? []
      : [`zones holds '${vSwitch}', which is not the id of a vSwitch, such as 'vsw-bp1a2b3c'`]),
  ]);
  const names = new Set(zones.map(({ zone }) => zone));
  return names.size === zones.length && names.size >= 2
    ? problems
    : [...problems, `zones names ${[...names].join(', ') || 'no zone'}: at least two different ones are needed`];
}

function baseline(zones: readonly AlibabaCloudZone[], draft: Draft, { wishes, service }: LoadBalancerRequest): void {
  const maps = zones.map(({ zone, vSwitch }, index) => {
    const fixed = [wishes.address?.[index] ?? '', wishes.addressIds?.[index] ?? ''];
    // An empty part stands for no choice, and trailing ones are left out.
    return [zone, vSwitch, ...fixed].join(':').replace(/:+$/, '');
  });
  draft.annotate(keys.zones, maps.join(','));
  if (service.ipFamilies.length > 1) draft.annotate(keys.ipVersion, 'DualStack');
  else if (service.ipFamilies[0] === 'IPv6') draft.refuse('it has IPv4 alone or both families, not IPv6 alone');
}

function address(count: number): WishHandler<readonly string[]> {
  return (addresses, draft, { wishes }) => {
    const ipv6 = addresses.find((one) => one.includes(':'));
    if (ipv6 !== undefined) draft.refuse(`an IPv6 address cannot be chosen (${ipv6}): leave it out`);
    else if (wishes.internal !== true) {
      draft.refuse(
        `a public address cannot be chosen (${addresses.join(', ')}): name Elastic IP addresses in addressIds`,
      );
    } else checkCount(addresses, count, draft);
  };
}

function elasticIps(count: number): WishHandler<readonly string[]> {
  return (ids, draft, { wishes }) => {
    const wrong = ids.find((id) => !elasticIpId.test(id));
    if (wrong !== undefined) draft.refuse(`'${wrong}' is not the id of an Elastic IP address, such as 'eip-bp1a2b3c'`);
    else if (wishes.internal === true) {
      draft.refuse(
        'Elastic IP addresses are for load balancers that face the internet; give an internal one its addresses',
      );
    } else checkCount(ids, count, draft);
  };
}

function checkCount(values: readonly string[], count: number, draft: Draft): void {
  if (values.length !== count)
    draft.refuse(`there must be one for each of the ${count} zones, and ${values.length} are named`);
}

const healthCheck: HealthCheckHandlers = {
  protocol: (value, draft) => {
    if (value === 'https') draft.refuse("checks speak 'tcp' or 'http', not 'https'");
    else draft.annotate(keys.type, value);
  },
  path: (value, draft) => {
    if (isSoundPath(value, draft)) draft.annotate(keys.path, value);
  },
  port: healthCheckPort(keys.port),
  intervalSeconds: annotatedWithin(keys.interval, 1, 50),
  timeoutSeconds: annotatedWithin(keys.timeout, 1, 300),
  healthyThreshold: annotatedWithin(keys.healthy, 2, 10),
  unhealthyThreshold: annotatedWithin(keys.unhealthy, 2, 10),
};
