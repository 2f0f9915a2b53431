import { sameRequests } from '../../graph/routes/same-requests';
import { nameOf } from '../../graph/set-object';
import { gateway, httpRoute } from '../custom-example';
import { ingress } from '../ingress-example';
import { defineRule } from '../rule';
import { namesOneNamespace } from './one-namespace';

export const hostTaken = defineRule({
  id: 'route/host-taken',
  class: 'risky',
  rating: 'high',
  on: ['set'],
  summary: 'A host and path belongs to one namespace.',
  why: 'Whoever may create a route in any namespace can take requests, cookies and passwords of another application by naming its host.',
  fix: 'Let one namespace own the host; say under `allowedHosts` of the policy which hosts each namespace may use.',
  symptoms: ['wrong application answers', 'host is taken'],
  references: ['https://github.com/kubernetes/kubernetes/issues/82515'],
  good: [
    {
      title: 'two hosts',
      manifests:
        ingress({ namespace: 'a', host: 'a.example.com' }) + ingress({ namespace: 'b', host: 'b.example.com' }),
    },
    {
      title: 'the sign-in of a host in a namespace of its own',
      manifests: ingress({ namespace: 'shop' }) + ingress({ namespace: 'auth', path: '/oauth2' }),
    },
    {
      title: 'listeners of their own, by namespace',
      manifests:
        gateway(
          ['a', 'b']
            .map(
              (name) =>
                `{ name: ${name}, port: 80, protocol: HTTP, hostname: ${name}.example.com, allowedRoutes: { namespaces: { from: Selector, selector: { matchLabels: { team: ${name} } } } } }`,
            )
            .join(', '),
          { namespace: 'edge' },
        ) +
        ['a', 'b']
          .map(
            (namespace) =>
              `\n---\napiVersion: v1\nkind: Namespace\nmetadata: { name: ${namespace}, labels: { team: ${namespace} } }\n${httpRoute('parentRefs: [{ name: edge, namespace: edge }]', { namespace })}`,
          )
          .join(''),
    },
    { title: 'two classes', manifests: ingress({ namespace: 'a' }) + ingress({ namespace: 'b', className: 'inner' }) },
  ],
  bad: [
    {
      title: 'one host in two namespaces',
      manifests: ingress({ namespace: 'a' }) + ingress({ namespace: 'b' }),
      finds: ['spec.rules[0].host'],
    },
  ],
  *check(graph) {
    if (namesOneNamespace(graph)) return;
    for (const [first, ...more] of sameRequests(graph)) {
      for (const { from, host, hostField, path = '/' } of more) {
        if (from.namespace === first.from.namespace) continue;
        yield {
          object: from,
          field: hostField,
          message: `${host === '' ? 'every host' : `host '${host}'`} with path '${path}' is also led by ${nameOf(first.from)}, of another namespace`,
          related: [{ object: first.from, field: first.hostField }],
        };
      }
    }
  },
});
