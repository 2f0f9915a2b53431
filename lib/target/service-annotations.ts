/** The annotations of Services that makers of load balancers read. */
export interface ServiceAnnotationFamily {
  /** Its name in texts. */
  readonly title: string;
  /** What the name of its Provider begins with; undefined where it has none here. */
  readonly provider: string | undefined;
  readonly prefixes: readonly string[];
  /** What stands behind the first prefix, as far as it is known. */
  readonly names: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * Sources: kubernetes-sigs/aws-load-balancer-controller, pkg/annotations/constants.go, and kubernetes/cloud-provider-aws, pkg/providers/v1/aws.go;
 * kubernetes-sigs/cloud-provider-azure, pkg/consts; metallb/metallb, website/content/usage; for the others the files of lib/target/providers.
 */
export const serviceAnnotations: readonly ServiceAnnotationFamily[] = [
  {
    title: 'AWS',
    provider: 'AWS',
    prefixes: ['service.beta.kubernetes.io/aws-load-balancer-', 'service.kubernetes.io/aws-load-balancer-'],
    names: words(`access-log-emit-interval access-log-enabled access-log-s3-bucket-name access-log-s3-bucket-prefix
      additional-resource-tags alpn-policy attributes backend-protocol connection-draining-enabled connection-draining-timeout
      connection-idle-timeout cross-zone-load-balancing-enabled disable-nlb-sg eip-allocations eip-allocations-discovery-tags
      enable-icmp-for-path-mtu-discovery enable-prefix-for-ipv6-source-nat enable-tcp-udp-listener extra-security-groups
      healthcheck-healthy-threshold healthcheck-interval healthcheck-path healthcheck-port healthcheck-protocol
      healthcheck-success-codes healthcheck-timeout healthcheck-unhealthy-threshold inbound-sg-rules-on-private-link-traffic
      internal ip-address-type ipv6-addresses listener-attributes manage-backend-security-group-rules
      minimum-load-balancer-capacity multi-cluster-target-group name nlb-target-type private-ipv4-addresses proxy-protocol
      proxy-protocol-per-target-group quic-enabled-ports scheme security-group-prefix-lists security-groups
      source-nat-ipv6-prefixes ssl-cert ssl-negotiation-policy ssl-ports subnets target-group-attributes target-node-labels
      type`),
  },
  {
    title: 'Azure',
    provider: 'Azure',
    prefixes: ['service.beta.kubernetes.io/azure-load-balancer-'],
    names:
      words(`additional-public-ips disable-tcp-reset health-probe-interval health-probe-num-of-probe health-probe-protocol
      health-probe-request-path internal internal-subnet ipv4 ipv6 mixed-protocols mode resource-group tcp-idle-timeout`),
  },
  { title: 'Google Cloud', provider: 'Google Cloud', prefixes: ['networking.gke.io/', 'cloud.google.com/'], names: [] },
  {
    title: 'OpenStack',
    provider: 'OpenStack',
    prefixes: ['loadbalancer.openstack.org/', 'service.beta.kubernetes.io/openstack-'],
    names: [],
  },
  {
    title: 'Alibaba Cloud',
    provider: 'Alibaba Cloud',
    prefixes: ['service.beta.kubernetes.io/alibaba-cloud-', 'service.beta.kubernetes.io/alicloud-'],
    names: [],
  },
  {
    title: 'MetalLB',
    provider: 'MetalLB',
    prefixes: ['metallb.io/', 'metallb.universe.tf/'],
    names: words('address-pool allow-shared-ip ip-allocated-from-pool loadBalancerIPs'),
  },
  { title: 'DigitalOcean', provider: undefined, prefixes: ['service.beta.kubernetes.io/do-loadbalancer-'], names: [] },
  { title: 'Hetzner Cloud', provider: undefined, prefixes: ['load-balancer.hetzner.cloud/'], names: [] },
  { title: 'Scaleway', provider: undefined, prefixes: ['service.beta.kubernetes.io/scw-loadbalancer-'], names: [] },
  { title: 'Linode', provider: undefined, prefixes: ['service.beta.kubernetes.io/linode-loadbalancer-'], names: [] },
  {
    title: 'Oracle Cloud',
    provider: undefined,
    prefixes: ['service.beta.kubernetes.io/oci-load-balancer-', 'oci-network-load-balancer.oraclecloud.com/'],
    names: [],
  },
];

/** The maker of load balancers that reads an annotation. */
export function serviceAnnotationFamily(key: string): ServiceAnnotationFamily | undefined {
  return serviceAnnotations.find(({ prefixes }) => prefixes.some((prefix) => key.startsWith(prefix)));
}
