import { annotated } from '../../graph/subjects';
import { annotationOf } from '../../graph/set-object';
import { pathsOf } from '../../graph/routes/regex-hosts';
import { tlsEntries } from '../../graph/tls-entries';
import { ingress, pathTo, ruleOf, web } from '../ingress-example';
import { defineRule } from '../rule';

const key = 'nginx.ingress.kubernetes.io/ssl-passthrough';
const through = (parts: Parameters<typeof ingress>[0]): string =>
  web + ingress({ ...parts, annotations: [`${key}: "true"`] });

export const tlsPassthrough = defineRule({
  id: 'tls/passthrough',
  class: 'broken',
  severity: 'warning',
  on: ['Ingress'],
  among: annotated('Ingress', 'nginx.ingress.kubernetes.io/', 'haproxy.org/', 'haproxy-ingress.github.io/'),
  summary: 'An Ingress that passes TLS through leads a whole host to one Service.',
  why: 'What is not decrypted shows its host and nothing else: paths, and a certificate under `tls`, mean nothing, and without a host nothing can be told apart.',
  fix: 'Name the host, one path `/`, and no `tls`: the application has the certificate.',
  symptoms: ['fake certificate', '404 from the controller', 'SSL_ERROR_RX_RECORD_TOO_LONG'],
  references: [
    'https://kubernetes.github.io/ingress-nginx/user-guide/tls/#ssl-passthrough',
    'https://github.com/kubernetes/ingress-nginx/issues/5686',
  ],
  good: [{ manifests: through({}) }],
  bad: [
    { title: 'no host', manifests: through({ host: '' }), finds: ['spec.rules[0].http.paths[0]'] },
    { title: 'a path', manifests: through({ path: '/api' }), finds: ['spec.rules[0].http.paths[0].path'] },
    {
      title: 'two paths',
      manifests: through({ rules: ruleOf('a.example.com', pathTo('web'), pathTo('web', '/api')) }),
      finds: ['spec.rules[0].http.paths[1].path'],
    },
    {
      title: 'a certificate',
      manifests: through({ tls: '{ hosts: [shop.example.com], secretName: shop-tls }' }),
      finds: ['spec.tls[0]'],
    },
  ],
  *check(ingress) {
    const on = ['nginx.ingress.kubernetes.io', 'haproxy.org', 'haproxy-ingress.github.io'].some(
      (prefix) => annotationOf(ingress, `${prefix}/ssl-passthrough`)?.toLowerCase() === 'true',
    );
    if (!on) return;
    for (const { host, path, field } of pathsOf(ingress)) {
      if (host === '')
        yield { field, message: 'TLS is passed through by the host that it asks for, and the rule names none' };
      else if (path !== '/')
        yield {
          field: `${field}.path`,
          message: `TLS is passed through undecrypted: the path '${path}' cannot be seen`,
        };
    }
    const [entry] = tlsEntries(ingress);
    if (entry === undefined || entry.secretName === '') return;
    yield {
      field: entry.field,
      message: `TLS is passed through undecrypted: the certificate of Secret '${entry.secretName}' is never shown`,
    };
  },
});
