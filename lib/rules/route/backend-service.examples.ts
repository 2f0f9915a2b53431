import { deployment, service } from '../example-manifests';
import { ingress, web } from '../ingress-example';
import type { Rule } from '../rule';

const field = 'spec.rules[0].http.paths[0].backend.service.name';

export const good: Rule['good'] = [
  { title: 'the Service is there', manifests: web + ingress() },
  { title: 'routes alone, where the rest lies elsewhere', manifests: ingress() },
  {
    title: 'the target tells of it',
    manifests: deployment('other', 'app: other') + ingress({ backend: 'shared' }),
    target: { exists: [{ kind: 'Service', name: 'shared' }] },
  },
  {
    title: 'an action of the AWS Load Balancer Controller',
    manifests:
      web +
      ingress({
        className: 'alb',
        annotations: [`alb.ingress.kubernetes.io/actions.redirect: '{"Type": "redirect"}'`],
        backend: 'redirect',
        port: 'name: use-annotation',
      }),
  },
  {
    title: 'an operator makes Services named after its objects',
    manifests:
      web +
      `---
apiVersion: elasticsearch.k8s.elastic.co/v1
kind: Elasticsearch
metadata: { name: quickstart }
` +
      ingress({ backend: 'quickstart-es-http' }),
  },
  {
    title: 'a chart that names its namespace in one place only',
    manifests: web + ingress({ namespace: 'shop' }),
  },
];

export const bad: Rule['bad'] = [
  { title: 'a misspelt name', manifests: web + ingress({ backend: 'webb' }), finds: [field] },
  {
    title: 'in another namespace',
    manifests:
      service('app: web', { namespace: 'shop' }) +
      deployment('web', 'app: web', { namespace: 'shop' }) +
      ingress({ namespace: 'edge' }),
    finds: [field],
  },
  { title: 'pods without a Service', manifests: deployment('web', 'app: web') + ingress(), finds: [field] },
  {
    title: 'the default backend',
    manifests: web + ingress({ spec: 'defaultBackend: { service: { name: errors, port: { number: 80 } } }' }),
    finds: ['spec.defaultBackend.service.name'],
  },
  {
    title: 'an action that the Ingress does not have',
    manifests: web + ingress({ className: 'alb', backend: 'redirect', port: 'name: use-annotation' }),
    finds: [field],
  },
];
