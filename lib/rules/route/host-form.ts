import { parseIp } from '../../kubernetes/addresses';
import type { Route } from '../../graph/routes';
import { ingress } from '../ingress-example';
import { defineRule, type Problem } from '../rule';

/** What templates, charts and manuals leave for others to fill in. */
const unfilled =
  /^(?:change-?me|replace-?me|fill-?me|to-?do|fixme|placeholder|x{3,}|your-?[a-z-]*(?:domain|host|site|app|company|name)[a-z-]*|insert-?[a-z-]+|chart-example)$/i;

export const hostForm = defineRule({
  id: 'route/host-form',
  class: 'broken',
  on: ['set'],
  summary: 'The host of a route is a name that somebody may ask for.',
  why: 'A variable that nobody replaced, an address or a host with a port never equals the Host of a request, which then goes to the default backend.',
  fix: 'Write the name that clients ask for: lower case, without scheme, port or address.',
  symptoms: ['404 from the controller', 'default backend', 'fake certificate'],
  good: [
    { title: 'a name', manifests: ingress() },
    { title: 'a wildcard', manifests: ingress({ host: '*.example.com' }) },
    { title: 'a name that holds an address', manifests: ingress({ host: 'shop.10.0.0.1.nip.io' }) },
  ],
  bad: [
    {
      title: 'a chart that was not told',
      manifests: ingress({ host: 'chart-example.local' }),
      finds: ['spec.rules[0].host'],
    },
    {
      title: 'a manual that was followed',
      manifests: ingress({ host: 'shop.yourdomain.com' }),
      finds: ['spec.rules[0].host'],
    },
    {
      title: 'a value to replace',
      manifests: ingress({ host: 'changeme.example.com' }),
      finds: ['spec.rules[0].host'],
    },
  ],
  *check(graph) {
    const told = new Set<string>();
    for (const route of graph.routes) {
      const problem = hostProblem(route);
      if (problem === undefined) continue;
      const key = JSON.stringify([route.from.namespace, route.from.key, route.from.name, route.hostField]);
      if (told.has(key)) continue;
      told.add(key);
      yield { ...problem, object: route.from, field: route.hostField };
    }
  },
});

function hostProblem({ host, from }: Route): Omit<Problem, 'field'> | undefined {
  if (host === '' || host === '*') return undefined;
  // What is no name at all the API server refuses in an Ingress.
  if (from.key === 'Ingress' && !/^[a-z0-9.*-]+$/.test(host)) return undefined;
  if (/\$\{|\$\(|\{\{|<|>|%[A-Za-z]/.test(host))
    return { message: `the host '${host}' holds a variable that nobody replaced` };
  if (parseIp(host.replace(/^\[|\]$/g, '')) !== undefined) {
    return {
      message: `the host '${host}' is an address: rules match names, and leave the host out to match everything`,
    };
  }
  if (/:\/\/|:\d+$|\//.test(host))
    return { message: `the host '${host}' holds more than a name: scheme, port and path do not belong to it` };
  const label = host.split('.').find((one) => unfilled.test(one));
  if (label === undefined) return undefined;
  return { message: `the host '${host}' looks as if '${label}' was to be replaced`, severity: 'warning' };
}
