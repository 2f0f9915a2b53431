import type { RuleExample } from '../rule';
import { deployment, ingress, service } from './manifests.examples';

const traefik = (args: string): string =>
  deployment({
    image: 'traefik:v3.7.13',
    ports: '[{ name: web, containerPort: 8000 }, { name: traefik, containerPort: 8080 }]',
    container: `args: [${args}]`,
  });
const both = '[{ name: web, port: 80, targetPort: web }, { name: traefik, port: 8080, targetPort: traefik }]';
const argoCd = (args = ', --insecure'): string =>
  deployment({
    name: 'argocd-server',
    image: 'quay.io/argoproj/argocd:v3.5.0',
    ports: '[{ containerPort: 8080 }]',
    container: `args: [/usr/local/bin/argocd-server${args}]`,
  });
const argoService = service('type: ClusterIP', { name: 'argocd-server', app: 'argocd-server' });

export const good: readonly [RuleExample, ...RuleExample[]] = [
  {
    title: 'the port for traffic alone',
    manifests:
      traefik('--api.insecure=true') +
      service('type: LoadBalancer', { ports: '[{ name: web, port: 80, targetPort: web }]' }),
  },
  {
    title: 'inside of the cluster',
    manifests: traefik('--api.insecure=true') + service('type: ClusterIP', { ports: both }),
  },
  {
    title: 'Traefik without its API, where the port answers pings',
    manifests: traefik('--ping=true') + service('type: LoadBalancer', { ports: both }),
  },
  {
    title: 'an application on a port that others use for more',
    manifests: deployment() + service('type: LoadBalancer', { ports: '[{ port: 9090, targetPort: 8080 }]' }),
  },
  {
    title: 'the only port of an application, which has metrics under it, too',
    manifests:
      deployment({ ports: '[{ name: metrics, containerPort: 3100 }]' }) +
      service('type: LoadBalancer', { ports: '[{ port: 80, targetPort: metrics }]' }),
  },
  {
    title: 'Argo CD that ends TLS itself',
    manifests: argoCd('') + service('type: LoadBalancer', { name: 'argocd-server', app: 'argocd-server' }),
  },
  {
    title: 'Argo CD behind TLS',
    manifests:
      argoCd() +
      argoService +
      ingress('cd.example.com', 'tls: [{ hosts: [cd.example.com], secretName: cd-tls }]', { app: 'argocd-server' }),
  },
];

export const bad: readonly [RuleExample, ...RuleExample[]] = [
  {
    title: 'the dashboard of Traefik',
    manifests: traefik('--api.insecure=true') + service('type: LoadBalancer', { ports: both }),
    finds: ['spec.ports[1].port'],
  },
  {
    title: 'the admin interface of Envoy',
    manifests:
      deployment({ image: 'envoyproxy/envoy:v1.38.0', ports: '[{ containerPort: 8080 }, { containerPort: 9901 }]' }) +
      service('type: NodePort', { ports: '[{ name: web, port: 80, targetPort: 8080 }, { name: admin, port: 9901 }]' }),
    finds: ['spec.ports[1].port'],
  },
  {
    title: 'the statistics of HAProxy, undeclared',
    manifests:
      deployment({ image: 'haproxy:3.2', ports: '[{ containerPort: 8080 }]' }) +
      service('type: LoadBalancer', { ports: '[{ name: web, port: 80, targetPort: 8080 }, { name: s, port: 8404 }]' }),
    finds: ['spec.ports[1].port'],
  },
  {
    title: 'metrics, by the name of the port',
    manifests:
      deployment({ ports: '[{ name: http, containerPort: 8080 }, { name: metrics, containerPort: 9100 }]' }) +
      service('type: LoadBalancer', {
        ports: '[{ name: a, port: 80, targetPort: http }, { name: b, port: 81, targetPort: metrics }]',
      }),
    finds: ['spec.ports[1].port'],
  },
  {
    title: 'the Kubernetes dashboard, by an Ingress',
    manifests:
      deployment({ image: 'kubernetesui/dashboard:v2.7.0', ports: '[{ containerPort: 9090 }]' }) +
      service('type: ClusterIP', { ports: '[{ port: 80, targetPort: 9090 }]' }) +
      ingress('dash.example.com'),
    finds: ['spec.rules[0].http.paths[0].backend.service.name'],
  },
  {
    title: 'Argo CD without TLS',
    manifests: argoCd() + argoService + ingress('cd.example.com', '', { app: 'argocd-server' }),
    finds: ['spec.rules[0].http.paths[0].backend.service.name'],
  },
  {
    title: 'Argo CD told so by its ConfigMap',
    manifests: `${argoCd('')}${service('type: NodePort', { name: 'argocd-server', app: 'argocd-server' })}
apiVersion: v1
kind: ConfigMap
metadata: { name: argocd-cmd-params-cm }
data: { server.insecure: 'true' }
`,
    finds: ['spec.ports[0].port'],
  },
  {
    title: 'a port of the node',
    manifests: deployment({ image: 'prom/prometheus:v3.5.0', ports: '[{ containerPort: 9090, hostPort: 9090 }]' }),
    finds: ['spec.template.spec.containers[0].ports[0].hostPort'],
  },
];
