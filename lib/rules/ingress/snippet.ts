import { annotationKeys } from '../../graph/annotation-keys';
import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

const nginx = 'nginx.ingress.kubernetes.io/';
const field = (key: string): string => `metadata.annotations[${key}]`;

export const snippet = defineRule({
  id: 'ingress/snippet',
  class: 'risky',
  rating: 'critical',
  on: ['set'],
  summary: 'No annotation writes into the configuration of the controller.',
  why: 'A snippet is configuration as it stands: whoever may write the Ingress reads the Secrets of all namespaces and answers for every host (CVE-2021-25742).',
  fix: 'Say what is wanted by options of the controller; leave snippets switched off.',
  symptoms: ['snippet is not allowed', 'risky annotation'],
  references: ['https://github.com/kubernetes/ingress-nginx/issues/7837'],
  good: [{ title: 'options', manifests: web + ingress({ annotations: [`${nginx}proxy-body-size: 8m`] }) }],
  bad: [
    {
      title: 'ingress-nginx',
      manifests: web + ingress({ annotations: [`${nginx}configuration-snippet: "more_set_headers x;"`] }),
      finds: [field(`${nginx}configuration-snippet`)],
    },
    {
      title: 'F5 NGINX',
      manifests: web + ingress({ annotations: ['nginx.org/server-snippets: "return 200;"'] }),
      finds: [field('nginx.org/server-snippets')],
    },
    {
      title: 'HAProxy',
      manifests:
        web +
        ingress({ className: 'haproxy', annotations: ['haproxy.org/backend-config-snippet: "http-request deny"'] }),
      finds: [field('haproxy.org/backend-config-snippet')],
    },
  ],
  *check(graph) {
    for (const { key, objects } of annotationKeys(graph)) {
      if (!snippetKey.test(key)) continue;
      const message = `'${key}' writes into the configuration of the controller as it stands`;
      for (const object of objects) yield { object, field: `metadata.annotations[${key}]`, message };
    }
  },
});

const snippetKey =
  /^(?:nginx\.ingress\.kubernetes\.io\/[a-z-]+-snippet|nginx\.(?:org|com)\/[a-z-]+-snippets|[a-z.]*haproxy\.(?:org|com)\/[a-z-]+-config-snippet|haproxy-ingress\.github\.io\/config-[a-z-]+)$/;
