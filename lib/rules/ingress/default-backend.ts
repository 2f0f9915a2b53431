import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

export const defaultBackend = defineRule({
  id: 'ingress/default-backend',
  class: 'risky',
  rating: 'high',
  on: ['Ingress'],
  summary: 'An Ingress has no default backend.',
  why: 'A default backend takes what no rule takes, for every host of the class: names of others that are not set up yet, and every mistyped path.',
  fix: 'Name hosts and paths in rules; a default backend for the whole cluster is a setting of the controller.',
  references: ['https://kyverno.io/policies/other/restrict-ingress-defaultbackend/restrict-ingress-defaultbackend/'],
  good: [{ manifests: web + ingress() }],
  bad: [
    {
      manifests: web + ingress({ spec: 'defaultBackend: { service: { name: web, port: { number: 80 } } }' }),
      finds: ['spec.defaultBackend'],
    },
  ],
  *check(ingress) {
    const name = ingress.body.spec?.defaultBackend?.service?.name;
    if (ingress.body.spec?.defaultBackend == null) return;
    const to = name == null ? '' : `, Service '${name}',`;
    yield {
      field: 'spec.defaultBackend',
      message: `the default backend${to} takes every request of the class that no rule takes`,
    };
  },
});
