import type { RuleExample } from '../rule';
import { deployment, ingress, service } from './manifests.examples';

const postgres = deployment({ image: 'postgres:17.2', ports: '[{ name: postgres, containerPort: 5432 }]' });
const port = '[{ port: 5432, targetPort: postgres }]';
const elasticsearch = deployment({ image: 'registry.example.com/search:8', ports: '[{ containerPort: 9200 }]' });

export const good: readonly [RuleExample, ...RuleExample[]] = [
  { manifests: postgres + service('type: ClusterIP', { ports: port }) },
  {
    title: 'for some clients alone',
    manifests:
      postgres +
      service('type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8]', {
        ports: port,
      }),
  },
  {
    title: 'an internal load balancer',
    manifests:
      postgres +
      service('type: LoadBalancer', {
        ports: port,
        annotations: "service.beta.kubernetes.io/azure-load-balancer-internal: 'true'",
      }),
  },
  { title: 'a web application', manifests: deployment() + service('type: LoadBalancer') },
  {
    title: 'a host port for the node itself',
    manifests: deployment({
      image: 'redis:8.0',
      ports: '[{ containerPort: 6379, hostPort: 6379, hostIP: 127.0.0.1 }]',
    }),
  },
  {
    title: 'an Ingress that asks who the client is',
    manifests:
      elasticsearch +
      service('type: ClusterIP', { ports: '[{ port: 9200 }]' }) +
      ingress('search.example.com', '', { port: 9200, annotations: 'nginx.ingress.kubernetes.io/auth-type: basic' }),
  },
];

export const bad: readonly [RuleExample, ...RuleExample[]] = [
  {
    title: 'behind a load balancer, by a named port',
    manifests: postgres + service('type: LoadBalancer', { ports: port }),
    finds: ['spec.ports[0].port'],
  },
  {
    title: 'under another number',
    manifests: postgres + service('type: NodePort', { ports: '[{ port: 80, targetPort: 5432 }]' }),
    finds: ['spec.ports[0].port'],
  },
  {
    title: 'by its image, on a port of its own',
    manifests:
      deployment({ image: 'docker.io/bitnami/redis:8.0', ports: '[{ name: redis, containerPort: 7777 }]' }) +
      service('type: LoadBalancer', { ports: '[{ port: 7777, targetPort: redis }]' }),
    finds: ['spec.ports[0].port'],
  },
  {
    title: 'SSH that listens elsewhere',
    manifests:
      deployment({ ports: '[{ name: ssh, containerPort: 2222 }]' }) +
      service('type: LoadBalancer', { ports: '[{ port: 22, targetPort: ssh }]' }),
    finds: ['spec.ports[0].port'],
  },
  {
    title: 'the Docker API on the node',
    manifests: deployment({ image: 'docker:28-dind', ports: '[{ containerPort: 2375, hostPort: 2375 }]' }),
    finds: ['spec.template.spec.containers[0].ports[0].hostPort'],
  },
  {
    title: 'one of several ports, pods elsewhere',
    manifests: service('type: LoadBalancer', { ports: '[{ name: web, port: 80 }, { name: mongo, port: 27017 }]' }),
    finds: ['spec.ports[1].port'],
  },
  {
    title: 'an external address',
    manifests: postgres + service('externalIPs: [198.51.100.32]', { ports: port }),
    finds: ['spec.ports[0].port'],
  },
  {
    title: 'HTTP without a question, by an Ingress',
    manifests:
      elasticsearch +
      service('type: ClusterIP', { ports: '[{ port: 9200 }]' }) +
      ingress('search.example.com', '', { port: 9200 }),
    finds: ['spec.rules[0].http.paths[0].backend.service.name'],
  },
];
