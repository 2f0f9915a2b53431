import { addressesOf, refused } from '../dialect';
import type { LoadBalancerDialect, WishHandler } from '../dialect';

/** How the cluster on Google Cloud is set up. */
export interface GcpProps {
  /**
   * Whether the cluster has GKE subsetting (always so since GKE 1.36), which internal load balancers need to take addresses by their names.
   * @default false
   */
  readonly subsetting?: boolean;
}

/**
 * Sources: Google Cloud documentation, "LoadBalancer Service parameters"; kubernetes/cloud-provider-gcp, providers/gce/gce_annotations.go;
 * kubernetes/ingress-gce, pkg/l4/annotations and pkg/l4/address/to_use.go.
 */
const keys = {
  /** ServiceAnnotationLoadBalancerType: `Internal`. */
  type: 'networking.gke.io/load-balancer-type',
  /** ServiceAnnotationILBSubnet: a name; read by both implementations of internal load balancers. */
  subnet: 'networking.gke.io/internal-load-balancer-subnet',
  /** StaticL4AddressesAnnotationKey: names of reserved regional addresses, at most one of each family. */
  addresses: 'networking.gke.io/load-balancer-ip-addresses',
  /** RBSAnnotationKey: `enabled`; the implementation of external load balancers that reads the key above. */
  backendService: 'cloud.google.com/l4-rbs',
} as const;

/** Names of Google Cloud resources (RFC 1035). */
const resourceName = /^[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

const address: WishHandler<readonly string[]> = (addresses, draft) => {
  const [ipv4, secondIpv4] = addressesOf('IPv4', addresses);
  const [ipv6] = addressesOf('IPv6', addresses);
  // IPv6ToUse reads the names alone.
  if (ipv6 !== undefined)
    draft.refuse(`an IPv6 address is fixed by its name: reserve ${ipv6} and name it in addressIds`);
  else if (secondIpv4 !== undefined) draft.refuse(`one IPv4 address can be had, not ${addresses.join(' and ')}`);
  else if (ipv4 !== undefined) draft.setAddress(ipv4);
};

function addressNames(subsetting: boolean): WishHandler<readonly string[]> {
  return (names, draft, { wishes, service }) => {
    const wrong = names.find((name) => !resourceName.test(name));
    if (wrong !== undefined) {
      draft.refuse(
        `'${wrong}' is not the name of a reserved address: lower case letters, digits and '-', a letter first`,
      );
    } else if (names.length > service.ipFamilies.length) {
      draft.refuse(`${names.length} addresses are named for ${service.ipFamilies.join(' and ')}: name one a family`);
    } else if (wishes.internal === true && !subsetting) {
      draft.refuse(
        'an internal load balancer takes names only with GKE subsetting: give the address itself, or say Provider.gcp({ subsetting: true })',
      );
    } else {
      draft.annotate(keys.addresses, names.join(','));
      if (wishes.internal !== true) draft.annotate(keys.backendService, 'enabled');
    }
  };
}

const subnet: WishHandler<readonly string[]> = (names, draft, { wishes }) => {
  const [name = '', ...more] = names;
  if (wishes.internal !== true)
    draft.refuse('only an internal load balancer stands in a subnet: leave it out, or make it internal');
  else if (more.length > 0) draft.refuse(`it stands in one subnet, and ${names.join(', ')} are named`);
  else if (!resourceName.test(name))
    draft.refuse(`'${name}' is not the name of a subnet: lower case letters, digits and '-', a letter first`);
  else draft.annotate(keys.subnet, name);
};

/** Google Cloud. */
export function gcp(props: GcpProps): LoadBalancerDialect {
  return {
    name: 'Google Cloud',
    annotationKeys: Object.values(keys),
    wishes: {
      internal: (_wanted, draft) => {
        draft.annotate(keys.type, 'Internal');
      },
      address,
      addressIds: addressNames(props.subsetting ?? false),
      subnets: subnet,
      // kubernetes/ingress-gce issue 699
      proxyProtocol: refused(
        'packets pass through with the address of the client, and no PROXY protocol is added: use preserveClientIp',
      ),
      healthCheck: refused(
        "it asks kube-proxy on every node, and with externalTrafficPolicy Local the Service's health check node port; " +
          'say when a pod is ready in its readiness probe, or use an Ingress with a BackendConfig',
      ),
      crossZone: (wanted, draft) => {
        // The load balancers are regional: `networking.gke.io/l4-regional-external` and `-internal` are the classes of both kinds.
        if (!wanted)
          draft.refuse('load balancers are regional and serve all zones: leave it out, or use trafficDistribution');
      },
      sharingKey: refused('every Service gets a forwarding rule of its own; use one Service with more ports'),
    },
  };
}
