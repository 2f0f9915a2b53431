import { addressesOf, annotated, healthChecked, refused } from '../dialect';
import type { Draft, HealthCheckHandlers, LoadBalancerDialect, LoadBalancerRequest, WishHandler } from '../dialect';

/**
 * Sources: kubernetes-sigs/cloud-provider-azure, pkg/consts/consts.go (the keys and their meaning), pkg/provider/azure_utils.go (addresses),
 * pkg/provider/azure_loadbalancer.go and azure_loadbalancer_healthprobe.go; the page "Azure LoadBalancer" of the project's site.
 */
const keys = {
  /** ServiceAnnotationLoadBalancerInternal: `true`. */
  internal: 'service.beta.kubernetes.io/azure-load-balancer-internal',
  /** ServiceAnnotationLoadBalancerInternalSubnet: a name, read for internal load balancers. */
  subnet: 'service.beta.kubernetes.io/azure-load-balancer-internal-subnet',
  /** ServiceAnnotationLoadBalancerIPDualStack: one address of each family, they win over `spec.loadBalancerIP`. */
  IPv4: 'service.beta.kubernetes.io/azure-load-balancer-ipv4',
  IPv6: 'service.beta.kubernetes.io/azure-load-balancer-ipv6',
  /** ServiceAnnotationPIPNameDualStack: the name of a public IP resource. */
  publicIPv4: 'service.beta.kubernetes.io/azure-pip-name',
  publicIPv6: 'service.beta.kubernetes.io/azure-pip-name-ipv6',
  /** ServiceAnnotationLoadBalancerHealthProbeInterval: seconds, 5 or more. */
  interval: 'service.beta.kubernetes.io/azure-load-balancer-health-probe-interval',
  /** ServiceAnnotationLoadBalancerHealthProbeNumOfProbe: 2 or more; the one threshold, for both directions (ProbeThreshold). */
  count: 'service.beta.kubernetes.io/azure-load-balancer-health-probe-num-of-probe',
  /** ServiceAnnotationLoadBalancerHealthProbeRequestPath */
  path: 'service.beta.kubernetes.io/azure-load-balancer-health-probe-request-path',
} as const;

/**
 * PortAnnotationPrefixPattern with HealthProbeAnnotationPrefixPattern. The protocol must be said for each port: the annotation for all ports
 * loses against `appProtocol` (buildHealthProbeRulesForPort). A port other than the traffic's can be named in no other way.
 */
const portKeys = {
  protocol: 'service.beta.kubernetes.io/port_<port>_health-probe_protocol',
  port: 'service.beta.kubernetes.io/port_<port>_health-probe_port',
} as const;

/** Names of Azure's network resources. */
const resourceName = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,78}[A-Za-z0-9_])?$/;

const oneOfEachFamily: WishHandler<readonly string[]> = (addresses, draft) => {
  for (const family of ['IPv4', 'IPv6'] as const) {
    const [address, second] = addressesOf(family, addresses);
    if (second !== undefined) draft.refuse(`one ${family} address can be had, not ${String(address)} and ${second}`);
    else if (address !== undefined) draft.annotate(keys[family], address);
  }
};

const publicAddresses: WishHandler<readonly string[]> = (names, draft, { wishes, service }) => {
  if (wishes.internal === true) {
    draft.refuse('public IP resources are for load balancers that face the internet; give an internal one its address');
  } else if (names.length > service.ipFamilies.length) {
    draft.refuse(
      `${names.length} public IP resources are named for ${service.ipFamilies.join(' and ')}: name one a family`,
    );
  } else if (areResourceNames(names, draft)) {
    names.forEach((name, index) => {
      draft.annotate(service.ipFamilies[index] === 'IPv6' ? keys.publicIPv6 : keys.publicIPv4, name);
    });
  }
};

const internalSubnet: WishHandler<readonly string[]> = (names, draft, { wishes }) => {
  const [name = '', ...more] = names;
  if (wishes.internal !== true)
    draft.refuse('only an internal load balancer stands in a subnet: leave it out, or make it internal');
  else if (more.length > 0) draft.refuse(`it stands in one subnet, and ${names.join(', ')} are named`);
  else if (areResourceNames(names, draft)) draft.annotate(keys.subnet, name);
};

function areResourceNames(names: readonly string[], draft: Draft): boolean {
  const wrong = names.find((name) => !resourceName.test(name));
  if (wrong !== undefined)
    draft.refuse(`'${wrong}' is not the name of an Azure resource: at most 80 letters, digits, '.', '_' and '-'`);
  return wrong === undefined;
}

/** Health probes exist for TCP ports alone (buildHealthProbeRulesForPort). */
function annotateTcpPorts(key: string, value: string | number, draft: Draft, { service }: LoadBalancerRequest): void {
  const ports = service.ports.filter(({ protocol }) => protocol === 'TCP');
  for (const { port } of ports) draft.annotate(key.replace('<port>', String(port)), value);
  if (ports.length === 0) draft.refuse('TCP ports alone are checked, and the Service has none: leave it out');
}

/** With externalTrafficPolicy Local kube-proxy is asked instead, unless a port is named (getExpectedLBRules). */
function isAskedByPolicy(draft: Draft, { wishes, service }: LoadBalancerRequest): boolean {
  const asksKubeProxy = service.externalTrafficPolicy === 'Local' && wishes.healthCheck?.port === undefined;
  if (asksKubeProxy) {
    draft.refuse(
      'with externalTrafficPolicy Local it asks kube-proxy where the pods are: leave it out, or name a port too',
    );
  }
  return !asksKubeProxy;
}

const probeCount: WishHandler<number> = (value, draft, { wishes }) => {
  const { healthyThreshold, unhealthyThreshold = value, intervalSeconds = 5 } = wishes.healthCheck ?? {};
  if (healthyThreshold !== undefined && healthyThreshold !== unhealthyThreshold) {
    draft.refuse(
      `there is one threshold for both directions: ${healthyThreshold} and ${unhealthyThreshold} are asked for`,
    );
  } else if (value < 2) {
    draft.refuse(`it is ${value}, and 2 is the least`);
  } else if (value * intervalSeconds >= 120) {
    // getHealthProbeConfigProbeIntervalAndNumOfProbe
    draft.refuse(
      `${value} checks every ${intervalSeconds} seconds take ${value * intervalSeconds}, and less than 120 is allowed`,
    );
  } else {
    draft.annotate(keys.count, value);
  }
};

const healthCheck: HealthCheckHandlers = {
  protocol: (value, draft, request) => {
    if (isAskedByPolicy(draft, request)) annotateTcpPorts(portKeys.protocol, value, draft, request);
  },
  path: (value, draft, request) => {
    if (isAskedByPolicy(draft, request)) annotated(keys.path)(value, draft, request);
  },
  port: (value, draft, request) => {
    annotateTcpPorts(portKeys.port, value, draft, request);
  },
  intervalSeconds: (value, draft, { wishes }) => {
    // HealthProbeDefaultNumOfProbe
    const count = wishes.healthCheck?.unhealthyThreshold ?? wishes.healthCheck?.healthyThreshold ?? 2;
    if (value < 5) draft.refuse(`it is ${value}, and 5 is the least`);
    else if (value * count >= 120)
      draft.refuse(`${count} checks every ${value} seconds take ${value * count}, and less than 120 is allowed`);
    else draft.annotate(keys.interval, value);
  },
  timeoutSeconds: refused('a probe has no timeout of its own: leave it out'),
  healthyThreshold: probeCount,
  unhealthyThreshold: probeCount,
};

/** Azure. */
export const azure: LoadBalancerDialect = {
  name: 'Azure',
  annotationKeys: [...Object.values(keys), ...Object.values(portKeys)],
  service: (draft, { wishes, service }) => {
    // getExpectedLBRules
    if (wishes.internal !== true && service.ports.some(({ protocol }) => protocol === 'SCTP')) {
      draft.refuse(
        'SCTP is carried by internal load balancers alone: make it internal, or use another way in for that port',
      );
    }
  },
  wishes: {
    internal: (_wanted, draft) => {
      draft.annotate(keys.internal, true);
    },
    address: oneOfEachFamily,
    addressIds: publicAddresses,
    subnets: internalSubnet,
    proxyProtocol: refused(
      'packets pass through with the address of the client, and no PROXY protocol is added: use preserveClientIp (a Private Link Service has its own)',
    ),
    healthCheck: healthChecked(healthCheck),
    crossZone: (wanted, draft) => {
      // Microsoft Learn, "Reliability in Load Balancer": the frontend reaches every member of the backend pool, whatever its zone.
      if (!wanted) draft.refuse('traffic is always spread over the targets of all zones: leave it out');
    },
    sharingKey: refused('Services share an address when each names it: give all of them the same address'),
  },
};
