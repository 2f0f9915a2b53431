import type { RuleExample } from '../rule';
import { deployment, service } from './manifests.examples';

const ports = '[{ name: http, containerPort: 8000 }]';
const traefik = (args = '[--providers.kubernetescrd]', pod = 'terminationGracePeriodSeconds: 60'): string =>
  deployment({ name: 'traefik', image: 'traefik:v3.7.13', ports, container: `args: ${args}`, pod });
const front = (spec: string, annotations = ''): string =>
  service(spec, { name: 'traefik', app: 'traefik', ports: '[{ port: 80, targetPort: http }]', annotations });
const list = (fields = '', name = 'ipAllowList', range = '192.0.2.0/24', kind = 'Middleware'): string => `
apiVersion: traefik.io/v1alpha1
kind: ${kind}
metadata: { name: office }
spec: { ${name}: { sourceRange: ['${range}']${fields} } }
---`;
const finds = ['spec.ipAllowList.sourceRange'];

export const good: readonly [RuleExample, ...RuleExample[]] = [
  { manifests: traefik() + front('type: LoadBalancer, externalTrafficPolicy: Local') + list() },
  { title: 'a Traefik that is elsewhere', manifests: list() },
  {
    title: 'the PROXY protocol',
    manifests:
      traefik('[--entrypoints.web.proxyprotocol.trustedips=10.0.0.0/8]') + front('type: LoadBalancer') + list(),
  },
  {
    title: 'a load balancer that leads to the pods themselves',
    manifests:
      traefik() +
      front('type: LoadBalancer', 'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip') +
      list(),
  },
  {
    title: 'a header is read',
    manifests: traefik() + front('type: LoadBalancer') + list(', ipStrategy: { depth: 1 }'),
  },
  {
    title: 'everybody is on the list',
    manifests: traefik() + front('type: NodePort') + list('', 'ipAllowList', '0.0.0.0/0'),
  },
  {
    title: 'on the network of the node',
    manifests: traefik('[--providers.kubernetescrd]', 'hostNetwork: true') + front('type: NodePort') + list(),
  },
];

export const bad: readonly [RuleExample, ...RuleExample[]] = [
  { manifests: traefik() + front('type: LoadBalancer') + list(), finds },
  {
    title: 'by node ports',
    manifests: traefik() + front('type: NodePort, externalTrafficPolicy: Cluster') + list(),
    finds,
  },
  {
    title: 'for TCP',
    manifests: traefik() + front('type: NodePort') + list('', 'ipAllowList', '10.0.0.0/8', 'MiddlewareTCP'),
    finds,
  },
];
