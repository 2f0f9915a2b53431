import { annotatedWithin, healthChecked, refused } from '../dialect';
import type { HealthCheckHandlers, LoadBalancerDialect, WishHandler } from '../dialect';

/**
 * Sources: kubernetes/cloud-provider-openstack,
 * docs/openstack-cloud-controller-manager/expose-applications-using-loadbalancer-type-service.md and pkg/openstack/loadbalancer.go.
 */
const keys = {
  /** `true`: no floating IP. */
  internal: 'service.beta.kubernetes.io/openstack-internal-load-balancer',
  /** The id of a port that holds the address of the load balancer. */
  port: 'loadbalancer.openstack.org/port-id',
  /** The id of the subnet that the load balancer takes its address from. */
  subnet: 'loadbalancer.openstack.org/subnet-id',
  /** `true` is version 1 on every release; the name `v2` is read as off by releases that do not know it. */
  proxyProtocol: 'loadbalancer.openstack.org/proxy-protocol',
  /** `true`; without it the cloud's configuration decides. */
  monitor: 'loadbalancer.openstack.org/enable-health-monitor',
  /** Seconds. */
  delay: 'loadbalancer.openstack.org/health-monitor-delay',
  /** Seconds, less than the delay. */
  timeout: 'loadbalancer.openstack.org/health-monitor-timeout',
  /** 1 to 10 (Octavia API, health monitors). */
  retries: 'loadbalancer.openstack.org/health-monitor-max-retries',
  /** 1 to 10 (Octavia API, health monitors). */
  retriesDown: 'loadbalancer.openstack.org/health-monitor-max-retries-down',
} as const;

/** Ids of OpenStack's objects. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One id that is written into one annotation. */
function oneId(key: string, what: string): WishHandler<readonly string[]> {
  return (ids, draft) => {
    const [id = '', ...more] = ids;
    if (more.length > 0) draft.refuse(`one ${what} can be had, and ${ids.join(', ')} are named`);
    else if (!uuid.test(id)) draft.refuse(`'${id}' is not the id of a ${what}, a UUID in lower case`);
    else draft.annotate(key, id);
  };
}

const address: WishHandler<readonly string[]> = (addresses, draft, { service }) => {
  const [first = '', ...more] = addresses;
  const [family] = service.ipFamilies;
  // checkService: the first family of the Service is that of the load balancer.
  if (more.length > 0) draft.refuse(`a load balancer has one address, and ${addresses.join(' and ')} are named`);
  else if (first.includes(':') !== (family === 'IPv6')) {
    draft.refuse(
      `${first} is not of the first family of the Service, ${String(family)}, the only one that the load balancer has`,
    );
  } else draft.setAddress(first);
};

const healthCheck: HealthCheckHandlers = {
  protocol: (value, draft, { service }) => {
    // buildMonitorCreateOpts
    const isLocal = service.externalTrafficPolicy === 'Local';
    if (isLocal) draft.refuse('with externalTrafficPolicy Local it asks kube-proxy where the pods are: leave it out');
    else if (value !== 'tcp')
      draft.refuse(`a check only connects to the node port, by TCP, not by ${value.toUpperCase()}: leave it out`);
  },
  path: refused('a check only connects to the node port and asks for no path: leave it out'),
  port: refused('a check connects to the node port that carries the traffic: leave it out'),
  intervalSeconds: annotatedWithin(keys.delay, 1, Number.MAX_SAFE_INTEGER),
  timeoutSeconds: (value, draft, { wishes }) => {
    const { intervalSeconds } = wishes.healthCheck ?? {};
    if (intervalSeconds === undefined || value < intervalSeconds) draft.annotate(keys.timeout, value);
    else draft.refuse(`it is ${value} and must be less than the interval, ${intervalSeconds}`);
  },
  healthyThreshold: annotatedWithin(keys.retries, 1, 10),
  unhealthyThreshold: annotatedWithin(keys.retriesDown, 1, 10),
};

/** OpenStack. */
export const openStack: LoadBalancerDialect = {
  name: 'OpenStack',
  annotationKeys: Object.values(keys),
  service: (draft, { service }) => {
    // buildBatchUpdateMemberOpts leaves out members without a node port.
    if (!service.hasNodePorts) draft.refuse('its members are node ports: allocate them');
  },
  wishes: {
    internal: (_wanted, draft) => {
      draft.annotate(keys.internal, true);
    },
    address,
    addressIds: (ids, draft, request) => {
      if (request.wishes.internal === true) oneId(keys.port, 'port')(ids, draft, request);
      else draft.refuse('a floating IP is fixed by its address, not by an id: give the address');
    },
    subnets: oneId(keys.subnet, 'subnet'),
    proxyProtocol: (_wanted, draft, { service }) => {
      const wrong = service.ports.find(({ protocol }) => protocol !== 'TCP');
      if (wrong === undefined) draft.annotate(keys.proxyProtocol, true);
      else
        draft.refuse(
          `it is for TCP alone, and port ${wrong.port} is ${wrong.protocol}: use a Service of its own for that port`,
        );
    },
    healthCheck: (check, draft, request) => {
      draft.annotate(keys.monitor, true);
      healthChecked(healthCheck)(check, draft, request);
    },
    crossZone: refused('there is no setting for it: leave it out'),
    sharingKey: refused(
      'Services share a load balancer by its id, which is known only once it exists; use one Service with more ports',
    ),
  },
};
