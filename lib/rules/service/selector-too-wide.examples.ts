import { deployment, service } from '../example-manifests';
import type { RuleExample } from '../rule';

const job = (labels: string, ports = ''): string => `
---
apiVersion: batch/v1
kind: Job
metadata: { name: migrate }
spec:
  template:
    metadata: { labels: { ${labels} } }
    spec: { restartPolicy: Never, containers: [{ name: migrate, image: "registry.example.com/web:1.0"${ports} }] }
`;

const ends = 'app.kubernetes.io/name: shop, app.kubernetes.io/instance: live';

export const good: readonly [RuleExample, ...RuleExample[]] = [
  {
    title: 'one Deployment that stands in the set twice',
    manifests:
      service('app: web') +
      deployment('web', 'app: web') +
      deployment('web', 'app: web', { ports: 'containerPort: 9090' }),
  },
  {
    title: 'a canary beside the stable one',
    manifests:
      service('service: web') +
      deployment('web', 'service: web, app: web') +
      deployment('web-canary', 'service: web, app: web-canary, track: canary'),
  },
  {
    title: 'versions of one application',
    manifests:
      service('app: web') +
      deployment('web-v1', 'app: web, version: v1') +
      deployment('web-v2', 'app: web, version: v2'),
  },
  {
    title: 'a primary and its replicas, which all have the port',
    manifests:
      service('app: db') +
      deployment('db-primary', 'app: db, component: primary', { kind: 'StatefulSet' }) +
      deployment('db-read', 'app: db, component: read', { kind: 'StatefulSet' }),
  },
  {
    title: 'a label by which several applications find each other',
    manifests:
      service('gossip: "true"') +
      deployment('reader', 'gossip: "true", app: reader') +
      deployment('writer', 'gossip: "true", app: writer'),
  },
  {
    title: 'a port by a name that the pods of the Job do not have',
    manifests:
      service('app: web', { port: 'port: 80, targetPort: http' }) +
      deployment('web', 'app: web', { ports: 'name: http, containerPort: 8080' }) +
      job('app: web'),
  },
  {
    title: 'a Job of its own labels',
    manifests: service('app: web') + deployment('web', 'app: web') + job('app: migrate'),
  },
];

export const bad: readonly [RuleExample, ...RuleExample[]] = [
  {
    title: 'two applications of one tier',
    manifests:
      service('tier: back') +
      deployment('web', 'tier: back, app: web') +
      deployment('orders', 'tier: back, app: orders'),
    finds: ['spec.selector'],
  },
  {
    title: 'two instances of one chart',
    manifests:
      service('app.kubernetes.io/name: shop') +
      deployment('blue-shop', ends) +
      deployment('other-shop', 'app.kubernetes.io/name: shop, app.kubernetes.io/instance: test'),
    finds: ['spec.selector'],
  },
  {
    title: 'pods of a Job',
    manifests: service('app: web') + deployment('web', 'app: web') + job('app: web'),
    finds: ['spec.selector'],
  },
  {
    title: 'a worker, which listens elsewhere',
    manifests:
      service(ends) +
      deployment('web', `${ends}, app.kubernetes.io/component: web`) +
      deployment('worker', `${ends}, app.kubernetes.io/component: worker`, { ports: 'containerPort: 9100' }),
    finds: ['spec.selector'],
  },
  {
    title: 'a worker, which listens on nothing',
    manifests: service('app: shop') + deployment('web', 'app: shop') + deployment('worker', 'app: shop', { ports: '' }),
    finds: ['spec.selector'],
  },
];
