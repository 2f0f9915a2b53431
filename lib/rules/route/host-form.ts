import { parseIp } from '../../kubernetes/addresses';
import type { Route } from '../../graph/routes';
import { custom, ingressRoute } from '../custom-example';
import { ingress, web } from '../ingress-example';
import { defineRule, type Problem } from '../rule';
import { isPrintedNothingInHost } from './printed-nothing';

const server = (host: string): string =>
  custom(
    'k8s.nginx.org/v1 VirtualServer',
    'shop',
    `{ host: '${host}', upstreams: [{ name: web, service: web, port: 80 }], routes: [{ path: /, action: { pass: web } }] }`,
  );
const long = `${'a'.repeat(64)}.acme.org`;

/** What templates, charts and manuals leave for others to fill in. */
const unfilled =
  /^(?:change-?me|replace-?me|fill-?me|to-?do|fixme|placeholder|x{3,}|your-?[a-z-]*(?:domain|host|site|app|company|name)[a-z-]*|insert-?[a-z-]+|chart-example)$/i;

export const hostForm = defineRule({
  id: 'route/host-form',
  class: 'broken',
  on: ['set'],
  summary: 'The host of a route is a name that somebody may ask for.',
  why: 'A variable that nobody replaced, an address, a host with a port or a name that DNS does not have never equals the Host of a request, which then goes to the default backend.',
  fix: 'Write the name that clients ask for: lower case, without scheme, port or address.',
  symptoms: ['404 from the controller', 'default backend', 'fake certificate'],
  good: [
    { title: 'a name', manifests: ingress() },
    { title: 'a wildcard', manifests: ingress({ host: '*.example.com' }) },
    { title: 'a label as long as may be', manifests: ingress({ host: long.slice(1) }) },
    { title: 'a word that holds a value', manifests: ingress({ host: 'nullable.undefined-shop.acme.io' }) },
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
      title: 'a label that DNS has no room for',
      manifests: ingress({ host: long }),
      finds: ['spec.rules[0].host'],
      weighs: 'error',
    },
    {
      title: 'a value that was not there',
      manifests: ingress({ host: 'shop.undefined.acme.io' }),
      finds: ['spec.rules[0].host'],
      weighs: 'warning',
    },
    {
      title: 'an object that was printed',
      manifests: web + ingressRoute('Host(`[object Object].acme.io`)'),
      finds: ['spec.routes[0].match'],
    },
    {
      title: 'more than a name',
      manifests: web + server('http://a<'),
      finds: ['spec.host'],
    },
    { title: 'no name', manifests: web + ingressRoute('Host(`a<`)'), finds: ['spec.routes[0].match'] },
    {
      title: 'a variable',
      manifests: web + ingressRoute('Host(`<tenant>.acme.io`)'),
      finds: ['spec.routes[0].match'],
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
  if (/\$\{|\$\(|\{\{|<[^<>]+>|%[A-Za-z]/.test(host))
    return { message: `the host '${host}' holds a variable that nobody replaced` };
  if (parseIp(host.replace(/^\[|\]$/g, '')) !== undefined) {
    return {
      message: `the host '${host}' is an address: rules match names, and leave the host out to match everything`,
    };
  }
  // Of a rule of Traefik traefik/match tells, which reads all of it.
  if (/:\/\/|:\d+$|\//.test(host))
    return from.kind.startsWith('IngressRoute')
      ? undefined
      : { message: `the host '${host}' holds more than a name: scheme, port and path do not belong to it` };
  return labelProblem(host) ?? signProblem(host);
}

function labelProblem(host: string): Omit<Problem, 'field'> | undefined {
  const labels = host.split('.');
  // The API server asks for the length of the whole name alone.
  const long = labels.find((label) => label.length > 63);
  if (long !== undefined)
    return {
      message: `the host '${host}' has a label of ${long.length} characters, and DNS has names for 63: nobody can ask for it`,
      fix: 'Shorten what stands between two dots to 63 characters.',
    };
  const printed = labels.find(isPrintedNothingInHost);
  if (printed !== undefined)
    return {
      message: `the host '${host}' holds '${printed}', as a program prints a value that is not there`,
      fix: 'Write what the value was to be.',
      severity: 'warning',
    };
  const label = labels.find((one) => unfilled.test(one));
  if (label === undefined) return undefined;
  return { message: `the host '${host}' looks as if '${label}' was to be replaced`, severity: 'warning' };
}

/** The signs of a regular expression are left out: some kinds have those as hosts. */
function signProblem(host: string): Omit<Problem, 'field'> | undefined {
  const sign = /[<>\s"'`#&=,;@]/.exec(host)?.[0];
  return sign === undefined ? undefined : { message: `the host '${host}' holds '${sign}', which no name has` };
}
