import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

export const wildcardHost = defineRule({
  id: 'ingress/wildcard-host',
  class: 'risky',
  rating: 'high',
  on: ['set'],
  summary: 'A route names its hosts, and no wildcard.',
  why: 'A wildcard takes every name of the domain that nobody else has: names of others who come later, mistyped ones, and those that an attacker makes up for cookies of the domain.',
  fix: 'Name the hosts one by one; where a wildcard is meant, say so by a waiver.',
  references: ['https://open-policy-agent.github.io/gatekeeper-library/website/validation/block-wildcard-ingress'],
  good: [{ manifests: web + ingress() }],
  bad: [{ manifests: web + ingress({ host: '*.example.com' }), finds: ['spec.rules[0].host'] }],
  *check(graph) {
    const told = new Set<string>();
    for (const { from, host, hostField } of graph.routes) {
      if (!host.startsWith('*')) continue;
      const key = JSON.stringify([from.key, from.namespace, from.name, hostField]);
      if (told.has(key)) continue;
      told.add(key);
      yield {
        object: from,
        field: hostField,
        message: `the host '${host}' takes every name of its domain that no other route has`,
      };
    }
  },
});
