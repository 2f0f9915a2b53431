import { annotated } from '../../graph/subjects';
import { annotationOf } from '../../graph/set-object';
import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

const nginx = 'nginx.ingress.kubernetes.io/';
const field = (name: string): string => `metadata.annotations[${nginx}${name}]`;
const told = (name: string, value: string): string => web + ingress({ annotations: [`${nginx}${name}: '${value}'`] });

export const annotationInjection = defineRule({
  id: 'ingress/annotation-injection',
  class: 'risky',
  rating: 'critical',
  on: ['Ingress'],
  among: annotated('Ingress', nginx),
  summary: "The value of an annotation ends no directive of the controller's configuration.",
  why: 'ingress-nginx wrote these values into its configuration without a look: a value with `;`, braces, quotes or a new line is code there (CVE-2025-24514, CVE-2025-1097, CVE-2025-1098, CVE-2025-15566, CVE-2026-1580, CVE-2026-3288).',
  fix: 'Write a plain URL, name or path; update the controller, or leave it: ingress-nginx gets no more fixes.',
  references: [
    'https://github.com/kubernetes/kubernetes/issues/131006',
    'https://github.com/kubernetes/kubernetes/issues/136789',
  ],
  good: [
    { title: 'a URL', manifests: told('auth-url', 'https://auth.example.com/check?rd=$escaped_request_uri') },
    { title: 'a rewrite', manifests: told('rewrite-target', '/$2') },
    { title: 'a name', manifests: told('auth-tls-match-cn', 'CN=(client|admin)') },
  ],
  bad: [
    {
      title: 'a URL that goes on',
      manifests: told('auth-url', 'http://a;#;} location / {'),
      finds: [field('auth-url')],
    },
    {
      title: 'a name that goes on',
      manifests: told('auth-tls-match-cn', 'CN=a"); } return 200; #'),
      finds: [field('auth-tls-match-cn')],
    },
    {
      title: 'a target that goes on',
      manifests: told('mirror-target', 'https://a.example.com; return 200'),
      finds: [field('mirror-target')],
    },
  ],
  *check(ingress) {
    for (const key of Object.keys(ingress.annotations)) {
      const unsafe = key.startsWith(nginx) ? injectable.get(key.slice(nginx.length)) : undefined;
      const value = annotationOf(ingress, key);
      const found = value === undefined ? undefined : unsafe?.exec(value)?.[0];
      if (found === undefined) continue;
      yield {
        field: `metadata.annotations[${key}]`,
        message: `${JSON.stringify(value)} holds ${JSON.stringify(found)}, which ends or opens a directive of NGINX`,
      };
    }
  },
});

const url = /[\s;{}"'`\\#]|by_lua/;
const text = /[;{}"`\n\r]|by_lua/;

/** Annotations whose values stood in the configuration as they are. */
const injectable: ReadonlyMap<string, RegExp> = new Map([
  ['app-root', url],
  ['auth-method', url],
  ['auth-proxy-set-headers', url],
  ['auth-signin', url],
  // Counts of a regular expression have braces.
  ['auth-tls-match-cn', /[;"`\n\r]|by_lua/],
  ['auth-tls-error-page', url],
  ['auth-url', url],
  ['canary-by-header-pattern', /[;"`\n\r]/],
  ['mirror-host', url],
  ['mirror-target', url],
  ['permanent-redirect', url],
  ['rewrite-target', url],
  ['server-alias', /[;{}"'`\n\r]/],
  ['temporal-redirect', url],
  ['upstream-vhost', text],
  ['x-forwarded-prefix', text],
]);
