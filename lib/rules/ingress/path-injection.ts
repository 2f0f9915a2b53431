import { pathsOf } from '../../graph/routes/regex-hosts';
import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

const path = 'spec.rules[0].http.paths[0].path';
const specific = (text: string): string => web + ingress({ path: text, pathType: 'ImplementationSpecific' });

/** What ends a directive, opens a block or a comment in the configuration of NGINX; numbers in braces are counts of a regular expression. */
const directive = /[;"'`\s#]|\{(?!\d+(?:,\d*)?\})|\}(?<!\{\d+(?:,\d*)?\})|\bby_lua/;

export const pathInjection = defineRule({
  id: 'ingress/path-injection',
  class: 'risky',
  rating: 'critical',
  on: ['Ingress'],
  summary: 'A path holds nothing that a configuration file would read as its own.',
  why: 'ingress-nginx writes paths into its configuration: what ends a directive there runs with the rights of the controller, which reads all Secrets (CVE-2021-25745, CVE-2021-25748, CVE-2026-24512).',
  fix: 'Write letters, digits and `/ - _ . ~`; in regular expressions no white space, quotes, `;` or braces other than counts.',
  references: [
    'https://github.com/kubernetes/kubernetes/issues/126814',
    'https://github.com/kubernetes/kubernetes/issues/136678',
  ],
  good: [
    { title: 'an ordinary path', manifests: web + ingress({ path: '/a-b_c.d/~e' }) },
    { title: 'a count', manifests: specific('/[0-9]{4}/[a-z]{2,}') },
  ],
  bad: [
    { title: 'a directive', manifests: specific('/a;return 200 "x";'), finds: [path] },
    { title: 'a block', manifests: specific('/a{proxy_pass'), finds: [path] },
  ],
  *check(ingress) {
    for (const { path, field } of pathsOf(ingress)) {
      const found = directive.exec(path)?.[0];
      if (found === undefined) continue;
      yield {
        field: `${field}.path`,
        message: `the path ${JSON.stringify(path)} holds ${JSON.stringify(found)}, which a configuration of NGINX reads as its own`,
      };
    }
  },
});
