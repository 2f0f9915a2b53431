import { ingress } from '../ingress-example';
import { defineRule } from '../rule';

/** RFC 2606 and 6761: nobody owns these. */
const reserved = /(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid)$/;

export const exampleHost = defineRule({
  id: 'route/example-host',
  class: 'risky',
  rating: 'low',
  on: ['set'],
  summary: 'Hosts of routes are not names that are reserved for examples.',
  why: 'No public DNS server answers for them, so that nobody reaches the application by its name.',
  fix: 'Write a name of a domain that is yours.',
  symptoms: ['could not resolve host'],
  references: ['https://www.rfc-editor.org/rfc/rfc2606'],
  good: [{ manifests: ingress({ host: 'shop.acme.dev' }) }],
  bad: [{ manifests: ingress(), finds: ['spec.rules[0].host'] }],
  *check(graph) {
    const told = new Set<string>();
    for (const { from, host, hostField } of graph.routes) {
      if (!reserved.test(host) || told.has(host)) continue;
      told.add(host);
      yield { object: from, field: hostField, message: `the host '${host}' is reserved for examples` };
    }
  },
});
