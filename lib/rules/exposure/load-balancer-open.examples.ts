import type { RuleExample } from '../rule';
import { deployment, service } from './manifests.examples';

const pods = deployment();
const balanced = (spec = '', annotations = ''): string =>
  pods + service(`type: LoadBalancer${spec === '' ? '' : `, ${spec}`}`, { annotations });

export const good: readonly [RuleExample, ...RuleExample[]] = [
  { manifests: balanced('loadBalancerSourceRanges: [192.0.2.0/24, 10.0.0.0/8]') },
  {
    title: 'ranges in the annotation of the API',
    manifests: balanced('', 'service.beta.kubernetes.io/load-balancer-source-ranges: 192.0.2.0/24'),
  },
  {
    title: 'internal on AWS',
    manifests: balanced(
      'loadBalancerClass: service.k8s.aws/nlb',
      'service.beta.kubernetes.io/aws-load-balancer-scheme: internal',
    ),
  },
  { title: 'internal on AWS unless it says otherwise', manifests: balanced('loadBalancerClass: service.k8s.aws/nlb') },
  {
    title: 'internal on Azure',
    manifests: balanced('', "service.beta.kubernetes.io/azure-load-balancer-internal: 'true'"),
  },
  { title: 'internal on Google Cloud', manifests: balanced('', 'networking.gke.io/load-balancer-type: Internal') },
  { title: 'an address of an internal network', manifests: balanced('', 'metallb.io/loadBalancerIPs: 192.168.1.40') },
  {
    title: 'guarded by rules of the provider',
    manifests: balanced(
      'loadBalancerClass: service.k8s.aws/nlb',
      'service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing, service.beta.kubernetes.io/aws-load-balancer-security-groups: sg-0123',
    ),
  },
  {
    title: 'of an ingress controller',
    manifests: deployment({ image: 'traefik:v3.7.13' }) + service('type: LoadBalancer'),
  },
  {
    title: 'of a gateway that Istio makes of a pod',
    manifests:
      deployment({ image: 'auto', podAnnotations: 'inject.istio.io/templates: gateway' }) +
      service('type: LoadBalancer'),
  },
  {
    title: 'of Emissary',
    manifests: deployment({ image: 'docker.io/emissaryingress/emissary:3.9.1' }) + service('type: LoadBalancer'),
  },
  {
    title: 'of a gateway from a mirror',
    manifests:
      deployment({ image: 'registry.example.com/mirror/kgateway-dev/envoy-wrapper:v2.0.0' }) +
      service('type: LoadBalancer'),
  },
  { title: 'no load balancer', manifests: pods + service('type: NodePort') },
];

export const bad: readonly [RuleExample, ...RuleExample[]] = [
  { manifests: balanced(), finds: ['spec.type'] },
  {
    title: 'an application with the proxy of a mesh beside it',
    manifests:
      deployment({ image: 'docker.io/istio/proxyv2:1.27.0', container: 'args: [proxy, sidecar]' }) +
      service('type: LoadBalancer'),
    finds: ['spec.type'],
  },
  { title: 'without its pods in the set', manifests: service('type: LoadBalancer'), finds: ['spec.type'] },
  {
    title: 'every address is listed',
    manifests: balanced("loadBalancerSourceRanges: [10.0.0.0/8, 0.0.0.0/0, '::/0']"),
    finds: ['spec.loadBalancerSourceRanges[1]', 'spec.loadBalancerSourceRanges[2]'],
  },
  {
    title: 'facing the internet on AWS',
    manifests: balanced(
      'loadBalancerClass: service.k8s.aws/nlb',
      'service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing',
    ),
    finds: ['spec.type'],
  },
  {
    title: 'said not to be internal',
    manifests: balanced('', "service.beta.kubernetes.io/azure-load-balancer-internal: 'false'"),
    finds: ['spec.type'],
  },
  {
    title: 'a public address',
    manifests: balanced('', 'metallb.io/loadBalancerIPs: 198.51.100.7'),
    finds: ['spec.type'],
  },
  {
    title: 'node ports left out, and still open',
    manifests: balanced('allocateLoadBalancerNodePorts: false'),
    finds: ['spec.type'],
  },
];
