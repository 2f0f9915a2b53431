import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

export const emptyHost = defineRule({
  id: 'ingress/empty-host',
  class: 'risky',
  rating: 'high',
  on: ['Ingress'],
  summary: 'Every rule of an Ingress names its host.',
  why: 'A rule without a host takes requests for every host of the class that no other rule has, and for addresses: the application answers in the name of others.',
  fix: 'Name the host in the rule.',
  symptoms: ['wrong application answers'],
  references: ['https://kyverno.io/policies/best-practices/disallow-empty-ingress-host/disallow-empty-ingress-host/'],
  good: [{ manifests: web + ingress() }],
  bad: [
    { title: 'no host', manifests: web + ingress({ host: '' }), finds: ['spec.rules[0]'] },
    {
      title: 'an empty host',
      manifests:
        web +
        ingress({
          rules: `{ host: '', http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }`,
        }),
      finds: ['spec.rules[0].host'],
    },
  ],
  *check(ingress) {
    for (const [index, rule] of (ingress.body.spec?.rules ?? []).entries()) {
      if (rule?.host != null && rule.host !== '') continue;
      yield {
        field: `spec.rules[${index}]${rule?.host === '' ? '.host' : ''}`,
        message: 'the rule names no host: it takes requests for every host that no other rule has',
      };
    }
  },
});
