import { once } from '../../graph/once';
import type { Route } from '../../graph/routes';
import { regexHosts } from '../../graph/routes/regex-hosts';
import { ingressRoute } from '../custom-example';
import { ingress, web } from '../ingress-example';
import { defineRule, type Problem } from '../rule';
import { isPrintedNothing } from './printed-nothing';

const field = 'spec.rules[0].http.paths[0].path';
const at = (path: string, pathType = 'Prefix', annotations: readonly string[] = []): string =>
  web + ingress({ path, pathType, annotations });

export const pathForm = defineRule({
  id: 'route/path-form',
  class: 'broken',
  on: ['set'],
  summary: 'The path of a route is one that a request may have.',
  why: 'Controllers compare paths without the query, and a browser keeps the fragment for itself: a route that names them takes no request at all, which then goes to the default backend.',
  fix: 'Write the path alone; to choose by a query take a kind that matches it, such as `queryParams` of an HTTPRoute.',
  symptoms: ['404 from the controller', 'default backend'],
  references: ['https://www.rfc-editor.org/rfc/rfc3986#section-3.3'],
  good: [
    { title: 'a path', manifests: at('/api') },
    { title: 'an optional letter of a regular expression', manifests: at('/apis?', 'ImplementationSpecific') },
    {
      title: 'a question mark of a regular expression, on the host of a switch',
      manifests: at('/apis?/v1', 'Prefix', ['nginx.ingress.kubernetes.io/use-regex: "true"']),
    },
    {
      title: 'a question mark of a regular expression, by an annotation',
      manifests: at('/apis?/v1', 'Prefix', ['nginx.org/path-regex: case_sensitive']),
    },
    { title: 'a word that holds a value', manifests: at('/nullable/undefined-types') },
  ],
  bad: [
    { title: 'a query', manifests: at('/api?x=1'), finds: [field], weighs: 'error' },
    { title: 'a query, whatever the type', manifests: at('/api?x=1', 'ImplementationSpecific'), finds: [field] },
    { title: 'a fragment', manifests: at('/app#/login'), finds: [field], weighs: 'error' },
    {
      title: "of a controller's own kind",
      manifests: web + ingressRoute('Host(`shop.acme.io`) && PathPrefix(`/api?x=1`)'),
      finds: ['spec.routes[0].match'],
    },
    { title: 'a value that was not there', manifests: at('/undefined/login'), finds: [field], weighs: 'warning' },
    { title: 'an object that was printed', manifests: at('/api/[object Object]', 'Exact'), finds: [field] },
  ],
  *check(graph) {
    const told = new Map<Route['from'], Set<string>>();
    for (const route of graph.routes) {
      const { from, host, pathField } = route;
      const problem = problemOf(route, from.key === 'Ingress' && (regexHosts(graph).has(host) || isSwitched(from)));
      const fields = told.get(from) ?? new Set();
      if (problem === undefined || fields.has(pathField)) continue;
      told.set(from, fields.add(pathField));
      yield { ...problem, object: from, field: pathField };
    }
  },
});

/** Whether an annotation says how paths are read: `nginx.org/path-regex`, `haproxy-ingress.github.io/path-type`. */
const isSwitched = once(({ annotations }: Route['from']) =>
  Object.keys(annotations).some((key) => /regex|path-?(?:type|matcher)/.test(key)),
);

function problemOf({ path = '', pathType }: Route, mayBeRegex: boolean): Omit<Problem, 'field'> | undefined {
  if (pathType === 'RegularExpression') return undefined;
  const printed = path.split('/').find(isPrintedNothing);
  if (printed !== undefined)
    return {
      message: `the path '${path}' holds '${printed}', as a program prints a value that is not there`,
      fix: 'Write what the value was to be.',
      severity: 'warning',
    };
  // Elsewhere a question mark may be one of a regular expression.
  const isLiteral = (pathType === 'Prefix' || pathType === 'Exact') && !mayBeRegex && !path.includes('{');
  if (isLiteral && path.includes('#')) return never(path, 'a fragment, which no browser sends');
  if (isLiteral ? path.includes('?') : /\?[\w-]+=/.test(path))
    return never(path, 'a query, without which paths are compared');
  return undefined;
}

function never(path: string, what: string): Omit<Problem, 'field'> {
  return { message: `no request has the path '${path}': it holds ${what}` };
}
