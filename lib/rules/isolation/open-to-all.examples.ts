import type { RuleExample } from '../rule';
import { deployment, ingress, service } from '../exposure/manifests.examples';
import { openPolicy, policy } from './policy.examples';

const ranges = 'type: LoadBalancer, loadBalancerSourceRanges: [192.0.2.0/24]';
const narrow = policy(
  'podSelector: { matchLabels: { app: web } }, ingress: [{ from: [{ ipBlock: { cidr: 192.0.2.0/24 } }], ports: [{ port: 8080 }] }]',
);
const routed = deployment() + service('type: ClusterIP') + ingress('app.example.com');
const controller = (pod: string): string =>
  deployment({ name: 'traefik', namespace: 'traefik', image: 'traefik:v3.7.13', pod });

export const good: readonly [RuleExample, ...RuleExample[]] = [
  { manifests: deployment() + service(`${ranges}, externalTrafficPolicy: Local`) + narrow },
  { title: 'a load balancer for everybody', manifests: deployment() + service('type: LoadBalancer') + openPolicy },
  {
    title: 'another port is open',
    manifests:
      deployment() +
      service(ranges) +
      policy('podSelector: { matchLabels: { app: web } }, ingress: [{ ports: [{ port: 9090 }] }]'),
  },
  {
    title: 'open for another way in',
    manifests: deployment() + service(ranges) + service('type: NodePort', { name: 'nodes' }) + openPolicy,
  },
  {
    title: 'a controller on the network of the cluster',
    manifests: routed + controller('terminationGracePeriodSeconds: 60') + openPolicy,
  },
];

export const bad: readonly [RuleExample, ...RuleExample[]] = [
  { manifests: deployment() + service(ranges) + openPolicy, finds: ['spec.ingress[0]'] },
  {
    title: 'clients could be told apart',
    manifests: deployment() + service(`${ranges}, externalTrafficPolicy: Local`) + openPolicy,
    finds: ['spec.ingress[0]'],
  },
  {
    title: 'every port, one rule among others',
    manifests:
      deployment() +
      service(ranges) +
      policy(
        'podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }, { ports: [{ port: 8000, endPort: 8100 }] }, {}]',
      ),
    finds: ['spec.ingress[1]', 'spec.ingress[2]'],
  },
  {
    title: 'a controller on the network of its node',
    manifests: routed + controller('hostNetwork: true') + openPolicy,
    finds: ['spec.ingress[0]'],
  },
];
