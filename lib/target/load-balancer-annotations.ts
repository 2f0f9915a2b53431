import { nearestByWord } from '../kubernetes/wording';

/** The annotations of Services of one provider that begin alike. Newer versions of the provider may know more. */
interface Family {
  readonly title: string;
  readonly prefix: string;
  readonly names: readonly string[];
  /** What values the annotations take that have few. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const booleans = ['true', 'false'];
const beta = 'service.beta.kubernetes.io/';

/**
 * https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/ and
 * https://cloud-provider-aws.sigs.k8s.io/service_controller/
 */
const aws: Family = {
  title: 'AWS',
  prefix: `${beta}aws-load-balancer-`,
  names: words(`
    access-log-emit-interval access-log-enabled access-log-s3-bucket-name access-log-s3-bucket-prefix
    additional-resource-tags alpn-policy attributes backend-protocol connection-draining-enabled
    connection-draining-timeout connection-idle-timeout cross-zone-load-balancing-enabled eip-allocations
    extra-security-groups healthcheck-healthy-threshold healthcheck-interval healthcheck-path healthcheck-port
    healthcheck-protocol healthcheck-success-codes healthcheck-timeout healthcheck-unhealthy-threshold internal
    ip-address-type ipv6-addresses manage-backend-security-group-rules name nlb-target-type private-ipv4-addresses
    proxy-protocol scheme security-groups ssl-cert ssl-negotiation-policy ssl-ports subnets target-group-attributes
    target-node-labels type`),
  values: {
    'nlb-target-type': ['instance', 'ip'],
    scheme: ['internal', 'internet-facing'],
    type: ['nlb', 'nlb-ip', 'external'],
    'ip-address-type': ['ipv4', 'dualstack'],
  },
};

/** https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/ */
const azure: Family = {
  title: 'Azure',
  prefix: `${beta}azure-`,
  names: words(`
    additional-public-ips allowed-ip-ranges allowed-service-tags deny-all-except-load-balancer-source-ranges
    disable-load-balancer-floating-ip dns-label-name load-balancer-configurations load-balancer-disable-tcp-reset
    load-balancer-enable-high-availability-ports load-balancer-health-probe-interval
    load-balancer-health-probe-num-of-probe load-balancer-health-probe-protocol load-balancer-health-probe-request-path
    load-balancer-internal load-balancer-internal-subnet load-balancer-ipv4 load-balancer-ipv6 load-balancer-mode
    load-balancer-resource-group load-balancer-tcp-idle-timeout pip-ip-tags pip-name pip-prefix-id pip-tags pls-create
    shared-securityrule`),
  values: { 'load-balancer-internal': booleans, 'load-balancer-disable-tcp-reset': booleans },
};

/** https://cloud.google.com/kubernetes-engine/docs/concepts/service-load-balancer-parameters */
const gke: Family = {
  title: 'GKE',
  prefix: 'networking.gke.io/',
  names: words('internal-load-balancer-allow-global-access internal-load-balancer-subnet load-balancer-type'),
  values: { 'load-balancer-type': ['Internal', 'internal', 'External', 'external'] },
};

const families: readonly Family[] = [aws, azure, gke];

/** Whether nothing but the load balancer of a Service is what the annotation tells of. */
export function isLoadBalancerAnnotation(key: string): boolean {
  return families.some(({ prefix, names }) => key.startsWith(prefix) && names.includes(key.slice(prefix.length)));
}

/** The annotation that was meant, where the key is none and one word of it is misspelt, or what stands before it. */
export function meantLoadBalancerAnnotation(key: string): string | undefined {
  if (isLoadBalancerAnnotation(key)) return undefined;
  for (const { prefix, names } of families) {
    const near = key.startsWith(prefix) ? nearestByWord(key.slice(prefix.length), names, '-') : undefined;
    if (near !== undefined) return prefix + near;
  }
  // Names that tell their provider mean nothing behind another domain: `service.kubernetes.io/aws-load-balancer-type`.
  const name = key.slice(key.indexOf('/') + 1);
  return /^(?:aws|azure)-load-balancer-/.test(name) && isLoadBalancerAnnotation(beta + name) ? beta + name : undefined;
}

/** What an annotation takes, where its value is none of that. */
export function wrongLoadBalancerValue(
  key: string,
  value: string,
): { readonly provider: string; readonly allowed: readonly string[] } | undefined {
  const family = families.find(({ prefix }) => key.startsWith(prefix));
  const name = key.slice(family?.prefix.length);
  const allowed = family !== undefined && Object.hasOwn(family.values, name) ? family.values[name] : undefined;
  if (family === undefined || allowed === undefined || allowed.includes(value)) return undefined;
  return { provider: family.title, allowed };
}
