import { deployment, service } from '../example-manifests';
import type { Rule } from '../rule';

export const good: Rule['good'] = [
  { manifests: service('app: web') + deployment('web', 'app: web') },
  {
    title: 'one pod of a StatefulSet',
    manifests:
      service('statefulset.kubernetes.io/pod-name: db-0') + deployment('db', 'app: db', { kind: 'StatefulSet' }),
  },
  {
    title: 'pods that an operator makes and marks',
    manifests: service('cnpg.io/cluster: orders') + deployment('web', 'app: web'),
  },
  {
    title: 'pods that an operator makes, with the labels of its object',
    manifests: `${service('app: cache', { name: 'cache' })}${deployment('web', 'app: web')}
---
apiVersion: caches.example.com/v1
kind: Cache
metadata: { name: main, labels: { app: cache } }
`,
  },
  {
    title: 'a namespace that one side leaves to whoever delivers the set',
    manifests: service('app: web', { namespace: 'shop' }) + deployment('web', 'app: web'),
  },
  {
    title: 'the member of a StatefulSet that leads',
    manifests: service('app: db, role: primary') + deployment('db', 'app: db', { kind: 'StatefulSet' }),
  },
  {
    title: 'what every cluster has of its own',
    manifests: service('component: kube-scheduler', { name: 'kube-scheduler', namespace: 'kube-system' }),
  },
  { title: 'endpoints written by hand', manifests: service('') + deployment('other', 'app: other') },
  {
    title: 'pods that an operator makes, as the target says',
    manifests: service('app: web'),
    target: { exists: [{ kind: 'Pod', namespace: 'default', name: 'web' }] },
  },
];

export const bad: Rule['bad'] = [
  {
    title: 'a pod beyond those of the StatefulSet',
    manifests:
      service('statefulset.kubernetes.io/pod-name: db-3') +
      deployment('db', 'app: db', { kind: 'StatefulSet', spec: 'replicas: 3' }),
    finds: ['spec.selector'],
  },
  {
    title: 'another value',
    manifests: service('app: web') + deployment('web', 'app: website'),
    finds: ['spec.selector'],
    weighs: 'error',
  },
  {
    title: 'a value that is spelt otherwise',
    manifests: service('app: shp', { name: 'front' }) + deployment('web', 'app: shop'),
    finds: ['spec.selector'],
    weighs: 'error',
  },
  {
    title: 'the label is on the Deployment and not on its pods',
    manifests: service('tier: front') + deployment('web', 'app: web', { labels: 'app: web, tier: front' }),
    finds: ['spec.selector'],
  },
  {
    title: 'a key renamed on one side',
    manifests: service('app: web') + deployment('web', 'app.kubernetes.io/name: web'),
    finds: ['spec.selector'],
  },
  {
    title: 'all labels but one',
    manifests: service('app: web, tier: front') + deployment('web', 'app: web'),
    finds: ['spec.selector'],
    weighs: 'error',
  },
  {
    title: 'all labels but one, of pods that have a Service already',
    manifests: service('app: web') + service('app: web, shard: a', { name: 'web-a' }) + deployment('web', 'app: web'),
    finds: ['spec.selector'],
    weighs: 'warning',
  },
  {
    title: 'the one that leads, which marks itself at run time',
    manifests: service('name: op, operator: leader') + deployment('web', 'name: op'),
    finds: ['spec.selector'],
    weighs: 'warning',
  },
  {
    title: 'another role than the template gives',
    manifests: service('app: web, role: master') + deployment('web', 'app: web, role: mastr'),
    finds: ['spec.selector'],
    weighs: 'error',
  },
  {
    title: 'the only pods of the namespace, which nothing says to be meant',
    manifests: service('app: reviews', { name: 'reviews' }) + deployment('hello', 'k8s-app: hello'),
    finds: ['spec.selector'],
    weighs: 'warning',
  },
  {
    title: 'pods of an operator, beside the operator itself',
    manifests: service('app: prometheus', { name: 'metrics' }) + deployment('operator', 'app: prometheus-operator'),
    finds: ['spec.selector'],
    weighs: 'warning',
  },
  {
    title: 'a program beside, which has a Service of its own',
    manifests:
      service('app: redis', { name: 'cache' }) +
      service('app: redis-exporter', { name: 'metrics' }) +
      deployment('exporter', 'app: redis-exporter'),
    finds: ['spec.selector'],
    weighs: 'warning',
  },
  {
    title: 'pods of another namespace',
    manifests: service('app: web', { namespace: 'shop' }) + deployment('web', 'app: web', { namespace: 'stock' }),
    finds: ['spec.selector'],
  },
  {
    title: 'no pods at all, perhaps in another set',
    manifests: service('app: web'),
    finds: ['spec.selector'],
    weighs: 'warning',
  },
];
