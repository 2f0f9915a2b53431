import type { RuleExample } from '../rule';
import { deployment, ingress, service } from './manifests.examples';

const nginx = (args = '[/nginx-ingress-controller]'): string =>
  deployment({
    name: 'controller',
    image: 'registry.k8s.io/ingress-nginx/controller:v1.14.5',
    ports: '[{ name: http, containerPort: 80 }]',
    container: `args: ${args}`,
  });
const front = (spec: string, annotations = ''): string =>
  service(spec, { name: 'controller', app: 'controller', ports: '[{ port: 80, targetPort: http }]', annotations });
const listed =
  deployment() +
  service('type: ClusterIP') +
  ingress('app.example.com', '', {
    annotations: 'nginx.ingress.kubernetes.io/whitelist-source-range: "192.0.2.0/24, 198.51.100.7"',
  });
const key = 'metadata.annotations[nginx.ingress.kubernetes.io/whitelist-source-range]';
const traefik =
  deployment({ name: 'controller', image: 'traefik:v3.7.13', ports: '[{ name: http, containerPort: 8000 }]' }) +
  front('type: NodePort');
const middleware = (strategy = ''): string => `
apiVersion: traefik.io/v1alpha1
kind: Middleware
metadata: { name: office }
spec: { ipAllowList: { sourceRange: [192.0.2.0/24]${strategy} } }
---`;

export const good: readonly [RuleExample, ...RuleExample[]] = [
  { manifests: nginx() + front('type: LoadBalancer, externalTrafficPolicy: Local') + listed },
  { title: 'a controller that is elsewhere', manifests: listed },
  {
    title: 'the PROXY protocol',
    manifests:
      nginx() +
      front('type: LoadBalancer', "service.beta.kubernetes.io/aws-load-balancer-proxy-protocol: '*'") +
      listed,
  },
  {
    title: 'nobody asks',
    manifests:
      nginx() + front('type: LoadBalancer') + deployment() + service('type: ClusterIP') + ingress('a.example.com'),
  },
  { title: 'the controller of another make', manifests: traefik + listed },
  { title: 'Traefik reads a header', manifests: traefik + middleware(', ipStrategy: { depth: 1 }') },
];

export const bad: readonly [RuleExample, ...RuleExample[]] = [
  { manifests: nginx() + front('type: LoadBalancer') + listed, finds: [key] },
  {
    title: 'by node ports',
    manifests: nginx() + front('type: NodePort, externalTrafficPolicy: Cluster') + listed,
    finds: [key],
  },
  { title: "Traefik's own kind", manifests: traefik + middleware(), finds: ['spec.ipAllowList.sourceRange'] },
];
