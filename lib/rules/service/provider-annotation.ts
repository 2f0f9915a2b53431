import { loadBalancers } from '../../graph/subjects';
import type { SetObject } from '../../graph/set-object';
import type { Service } from '../../kubernetes/api';
import { isMisspelling } from '../../kubernetes/misspelling';
import { nearest } from '../../kubernetes/wording';
import { internalBy } from '../../target/load-balancer-reach';
import { Provider } from '../../target/provider';
import { serviceAnnotationFamily, type ServiceAnnotationFamily } from '../../target/service-annotations';
import { service } from '../example-manifests';
import { defineRule, type Problem } from '../rule';

const aws = 'service.beta.kubernetes.io/aws-load-balancer-';
const azure = 'service.beta.kubernetes.io/azure-load-balancer-';
const balancer = (...annotations: readonly string[]): string =>
  service('app: web', { annotations: annotations.join(', '), spec: 'type: LoadBalancer' });
const onAzure = { provider: Provider.azure() };
const field = (key: string): string => `metadata.annotations[${key}]`;

export const providerAnnotation = defineRule({
  id: 'service/provider-annotation',
  class: 'broken',
  on: ['Service'],
  among: loadBalancers,
  summary: 'The annotations of a load balancer are some that its provider reads.',
  why: 'Nobody reads an annotation of another provider, or one that is misspelt: a load balancer that was to be internal is then open to the internet, and an address or pool is any.',
  fix: 'Write the annotation of the provider of the target, letter by letter.',
  symptoms: ['annotation has no effect', 'internal load balancer has a public address', 'pending'],
  references: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/',
    'https://cloud-provider-azure.sigs.k8s.io/topics/loadbalancer/',
    'https://metallb.io/usage/',
  ],
  good: [
    { title: 'of the provider', manifests: balancer(`${azure}internal: "true"`), target: onAzure },
    { title: 'nothing known of the provider', manifests: balancer(`${aws}scheme: internal`) },
    {
      title: 'for several clouds',
      manifests: balancer(`${azure}internal: "true"`, `${aws}scheme: internal`),
      target: onAzure,
    },
    { title: 'the older prefix of MetalLB', manifests: balancer('metallb.universe.tf/address-pool: home') },
    { title: 'of a newer version, perhaps', manifests: balancer(`${aws}something-new: "true"`) },
    {
      title: 'what the controllers of GKE write',
      manifests: service('app: web', { annotations: `cloud.google.com/neg: '{}'` }),
      target: onAzure,
    },
  ],
  bad: [
    {
      title: 'of another provider',
      manifests: balancer(`${aws}type: nlb`),
      target: onAzure,
      finds: [field(`${aws}type`)],
    },
    {
      title: 'of another provider, and open for that',
      manifests: balancer('networking.gke.io/load-balancer-type: Internal'),
      target: onAzure,
      finds: [field('networking.gke.io/load-balancer-type')],
    },
    { title: 'misspelt', manifests: balancer(`${aws}shceme: internal`), finds: [field(`${aws}shceme`)] },
    {
      title: 'misspelt, of MetalLB',
      manifests: balancer('metallb.io/loadBalancerIP: 192.168.1.240'),
      finds: [field('metallb.io/loadBalancerIP')],
    },
    {
      title: 'in another case',
      manifests: balancer('metallb.io/loadbalancerips: 192.168.1.240'),
      finds: [field('metallb.io/loadbalancerips')],
    },
  ],
  *check(service, { graph }) {
    if (service.body.spec?.type !== 'LoadBalancer') return;
    const keys = Object.keys(service.annotations);
    const provider = graph.target.provider.name;
    const families = keys.map((key) => ({ key, family: serviceAnnotationFamily(key) }));
    const own = families.some(({ family }) => isOf(family, provider));
    for (const { key, family } of families) {
      if (family === undefined) continue;
      const problem =
        misspelt(family, key) ??
        (own || provider === Provider.none().name ? undefined : foreign(family, key, provider, service));
      if (problem !== undefined) yield { ...problem, field: `metadata.annotations[${key}]` };
    }
  },
});

function isOf(family: ServiceAnnotationFamily | undefined, provider: string): boolean {
  return family?.provider !== undefined && provider.startsWith(family.provider);
}

function misspelt(
  { title, prefixes, names }: ServiceAnnotationFamily,
  key: string,
): Omit<Problem, 'field'> | undefined {
  const prefix = prefixes.find((one) => key.startsWith(one)) ?? '';
  const name = key.slice(prefix.length);
  if (names.length === 0 || names.some((known) => name === known || name.startsWith(`${known}.`))) return undefined;
  // Attributes of listeners go on by the protocol and port.
  if (name.startsWith('listener-attributes')) return undefined;
  const otherCase = names.find((known) => known.toLowerCase() === name.toLowerCase());
  const near = otherCase ?? nearest(name, names);
  if (near === undefined || (otherCase === undefined && !isMisspelling(name, near))) return undefined;
  return {
    message: `'${key}' is none of the annotations that ${title} reads; '${prefix}${near}' is`,
    edits: [{ rename: `metadata.annotations[${key}]`, to: prefix + near }],
  };
}

function foreign(
  family: ServiceAnnotationFamily,
  key: string,
  provider: string,
  service: SetObject<Service>,
): Omit<Problem, 'field'> | undefined {
  if (isOf(family, provider)) return undefined;
  const loadBalancerClass = service.body.spec?.loadBalancerClass;
  // A class chooses another maker than that of the target.
  if (loadBalancerClass != null && loadBalancerClass !== '') return undefined;
  const internal = internalBy(service.annotations, undefined)?.field === `metadata.annotations[${key}]`;
  const open = internal ? ', and the load balancer is not internal' : '';
  return {
    message: `'${key}' is read by ${family.title}, and load balancers of the target are made by ${provider}: it has no effect${open}`,
    severity: internal ? 'error' : 'warning',
  };
}
