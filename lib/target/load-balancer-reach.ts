/** What the manifest of a load balancer says about who reaches it, in the words of whichever provider reads it. */

type Annotations = Readonly<Record<string, unknown>>;

/** An annotation whose value makes a load balancer internal. */
type Sign = readonly [key: string, isInternal: (value: string) => boolean];

const isTrue = (value: string): boolean => value.toLowerCase() === 'true';
const is =
  (wanted: string) =>
  (value: string): boolean =>
    value.toLowerCase() === wanted;

/** Sources: the files of lib/target/providers; for other providers, the documentation of their cloud controller managers. */
const signs: readonly Sign[] = [
  ['service.beta.kubernetes.io/aws-load-balancer-scheme', is('internal')],
  // The in-tree provider of AWS takes any text but `false` and the empty one; older manifests have `0.0.0.0/0`.
  ['service.beta.kubernetes.io/aws-load-balancer-internal', (value) => value !== '' && value !== 'false'],
  ['service.beta.kubernetes.io/azure-load-balancer-internal', isTrue],
  ['networking.gke.io/load-balancer-type', is('internal')],
  ['cloud.google.com/load-balancer-type', is('internal')],
  ['service.beta.kubernetes.io/openstack-internal-load-balancer', isTrue],
  ['service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type', is('intranet')],
  ['service.beta.kubernetes.io/alicloud-loadbalancer-address-type', is('intranet')],
  ['service.beta.kubernetes.io/oci-load-balancer-internal', isTrue],
  ['oci-network-load-balancer.oraclecloud.com/internal', isTrue],
  ['service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type', is('private')],
  ['service.beta.kubernetes.io/do-loadbalancer-network', is('internal')],
  ['load-balancer.hetzner.cloud/disable-public-network', isTrue],
  ['service.beta.kubernetes.io/scw-loadbalancer-private', isTrue],
  ['service.kubernetes.io/qcloud-loadbalancer-internal-subnetid', (value) => value !== ''],
  ['yandex.cloud/load-balancer-type', is('internal')],
];

/** Classes whose load balancers have addresses of a private network alone. */
const internalClasses: readonly string[] = ['networking.gke.io/l4-regional-internal', 'tailscale'];

/** Keys by which the AWS Load Balancer Controller takes a Service for its own; its load balancers are internal unless they say otherwise. */
const awsType = 'service.beta.kubernetes.io/aws-load-balancer-type';
const awsScheme = 'service.beta.kubernetes.io/aws-load-balancer-scheme';
const awsClass = 'service.k8s.aws/nlb';

/** The field or annotation that makes a load balancer internal; undefined where none does. */
export function internalBy(
  annotations: Annotations,
  loadBalancerClass: string | null | undefined,
): { readonly field: string } | undefined {
  const sign = signs.find(
    ([key, isInternal]) => Object.hasOwn(annotations, key) && isInternal(textAt(annotations, key)),
  );
  if (sign !== undefined) return { field: `metadata.annotations[${sign[0]}]` };
  if (loadBalancerClass != null && internalClasses.includes(loadBalancerClass))
    return { field: 'spec.loadBalancerClass' };
  const isAws = loadBalancerClass === awsClass || ['external', 'nlb-ip'].includes(textAt(annotations, awsType));
  if (isAws && !Object.hasOwn(annotations, awsScheme)) return { field: 'spec.loadBalancerClass' };
  return undefined;
}

/** Annotations that hold ranges of client addresses, with commas between. k8s.io/api core/v1, AnnotationLoadBalancerSourceRangesKey. */
export const sourceRangeAnnotations: readonly string[] = [
  'service.beta.kubernetes.io/load-balancer-source-ranges',
  'service.beta.kubernetes.io/azure-allowed-ip-ranges',
];

/** Annotations that name something at the provider that decides who comes in: its rules are not in the manifest. */
const guards: readonly string[] = [
  'service.beta.kubernetes.io/aws-load-balancer-security-groups',
  'service.beta.kubernetes.io/aws-load-balancer-security-group-prefix-lists',
  'service.beta.kubernetes.io/aws-load-balancer-extra-security-groups',
  'service.beta.kubernetes.io/azure-allowed-service-tags',
  'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-acl-id',
  'oci.oraclecloud.com/oci-network-security-groups',
  'service.beta.kubernetes.io/oci-load-balancer-network-security-groups',
  'networking.gke.io/load-balancer-security-policy',
];

/** The annotation by which the provider guards the load balancer with rules of its own; undefined where there is none. */
export function guardOf(annotations: Annotations): string | undefined {
  return guards.find((key) => Object.hasOwn(annotations, key) && annotations[key] !== '');
}

/** Annotations by which a load balancer takes fixed addresses, with commas between. */
export const addressAnnotations: readonly string[] = [
  'metallb.io/loadBalancerIPs',
  'metallb.universe.tf/loadBalancerIPs',
  'io.cilium/lb-ipam-ips',
  'lbipam.cilium.io/ips',
  'kube-vip.io/loadbalancerIPs',
  'service.beta.kubernetes.io/azure-load-balancer-ipv4',
  'service.beta.kubernetes.io/azure-load-balancer-ipv6',
  'service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses',
  'service.beta.kubernetes.io/aws-load-balancer-ipv6-addresses',
  'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-ip',
];

/** Signs that the client's address reaches the pods although the traffic policy is Cluster: targets that are pods, or the PROXY protocol. */
export function tellsClient(annotations: Annotations): boolean {
  if (textAt(annotations, 'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type') === 'ip') return true;
  if (textAt(annotations, awsType) === 'nlb-ip') return true;
  return Object.keys(annotations).some(
    (key) =>
      /proxy-protocol|proxyprotocol/i.test(key) &&
      !['', 'false', 'off'].includes(textAt(annotations, key).toLowerCase()),
  );
}

function textAt(annotations: Annotations, key: string): string {
  const value = Object.hasOwn(annotations, key) ? annotations[key] : undefined;
  return typeof value === 'string' ? value : '';
}
