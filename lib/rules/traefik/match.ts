import { itemsAt } from '../../graph/routes/custom-route';
import { callsOf, parseTraefikRule, RuleSyntaxError, type RuleNode } from '../../graph/routes/traefik-rule';
import { traefikInSet } from '../../graph/traefik-in-set';
import { nearest, quoteList } from '../../kubernetes/wording';
import { textOf, valueAt } from '../../manifests/untyped';
import { custom, ingressRoute } from '../custom-example';
import { web } from '../ingress-example';
import { defineRule, type Problem } from '../rule';

/** pkg/muxer/http/matcher.go and pkg/muxer/tcp/matcher.go of Traefik 3. */
const functions = {
  http: [
    'ClientIP',
    'Header',
    'HeaderRegexp',
    'Host',
    'HostRegexp',
    'Method',
    'Path',
    'PathPrefix',
    'PathRegexp',
    'Query',
    'QueryRegexp',
  ],
  tcp: ['ALPN', 'ClientIP', 'HostSNI', 'HostSNIRegexp'],
} as const;

/** What Traefik 2 called otherwise. */
const older: Readonly<Record<string, string>> = {
  Headers: 'Header',
  HeadersRegexp: 'HeaderRegexp',
  HostHeader: 'Host',
};

const wrong = (title: string, match: string) => ({
  title,
  manifests: web + ingressRoute(match),
  finds: ['spec.routes[0].match'],
});

export const traefikMatch = defineRule({
  id: 'traefik/match',
  class: 'broken',
  on: ['traefik.io IngressRoute', 'traefik.io IngressRouteTCP'],
  summary: 'The rule of a route is one that Traefik can read.',
  why: 'The API server takes any text. Traefik drops a router whose rule it cannot read, and its requests get 404; rules of Traefik 2 with several texts or with `{name:regexp}` mean something else, or nothing, in Traefik 3.',
  fix: 'Join functions by && and ||, and put their texts into backticks: Host(`a.example.com`) && PathPrefix(`/api`).',
  symptoms: ['404 from the controller', 'error while parsing rule', 'unsupported function'],
  references: [
    'https://doc.traefik.io/traefik/reference/routing-configuration/http/routing/rules-and-priority/',
    'https://doc.traefik.io/traefik/migrate/v2-to-v3-details/',
  ],
  good: [
    { manifests: web + ingressRoute('Host(`a.example.com`) && (PathPrefix(`/a`) || !Method(`GET`))') },
    { title: 'quotes', manifests: web + ingressRoute('Host("a.example.com")') },
    {
      title: 'the language of Traefik 2, as it says',
      manifests: web + ingressRoute('Host(`a.example.com`, `b.example.com`)', { route: 'syntax: v2' }),
    },
  ],
  bad: [
    wrong('no backticks', 'Host(a.example.com)'),
    wrong('no parenthesis at the end', 'Host(`a.example.com`'),
    wrong('one ampersand', 'Host(`a.example.com`) & Path(`/`)'),
    wrong('a function that is none', 'Hosts(`a.example.com`)'),
    wrong('a function of TCP', 'HostSNI(`a.example.com`)'),
    wrong('two texts, as in Traefik 2', 'Host(`a.example.com`, `b.example.com`)'),
    wrong('a regular expression of Traefik 2', 'HostRegexp(`{sub:[a-z]+}.example.com`)'),
    wrong('a path without a slash', 'PathPrefix(`api`)'),
    wrong('a host with its scheme', 'Host(`https://a.example.com`)'),
    {
      title: 'a function of HTTP',
      manifests: custom(
        'traefik.io/v1alpha1 IngressRouteTCP',
        'db',
        '{ routes: [{ match: "Host(`db.example.com`)", services: [{ name: db, port: 5432 }] }] }',
      ),
      finds: ['spec.routes[0].match'],
    },
  ],
  *check({ body, kind }, { graph }) {
    const isTwo = traefikInSet(graph)?.major === 2;
    for (const { item, field } of itemsAt(valueAt(body, 'spec'), 'routes', 'spec')) {
      const rule = textOf(valueAt(item, 'match'));
      const problem = problemOf(rule, kind.endsWith('TCP') ? 'tcp' : 'http', isTwo || valueAt(item, 'syntax') === 'v2');
      if (problem !== undefined) yield { ...problem, field: `${field}.match` };
    }
  },
});

type Found = Omit<Problem, 'field'>;

function problemOf(rule: string, language: 'http' | 'tcp', isTwo: boolean): Found | undefined {
  let node: RuleNode;
  try {
    node = parseTraefikRule(rule);
  } catch (error) {
    if (error instanceof RuleSyntaxError) return { message: `the rule '${rule}' ${error.message}` };
    throw error;
  }
  if (isTwo) return undefined;
  return callsOf(node)
    .map((call) => callProblem(call, language))
    .find((one) => one !== undefined);
}

function callProblem(
  { name, texts }: { readonly name: string; readonly texts: readonly string[] },
  language: 'http' | 'tcp',
): Found | undefined {
  const known: readonly string[] = functions[language];
  const found = known.find((one) => one.toLowerCase() === name.toLowerCase());
  if (found === undefined) {
    const meant = (Object.hasOwn(older, name) ? older[name] : undefined) ?? nearest(name, known);
    return {
      message: `'${name}' is no function of a rule${meant === undefined ? '' : `; '${meant}' is`}: there are ${quoteList(known)}`,
    };
  }
  // Clients, headers and queries take one or two.
  const single = !/^(?:Header|Query)/.test(found);
  if (texts.length === 0 || (single && texts.length > 1)) {
    return { message: `${found}() has ${texts.length} texts, and Traefik 3 takes one: join several functions by ||` };
  }
  return textProblem(found, texts[0] ?? '');
}

function textProblem(name: string, text: string): Found | undefined {
  if (name.endsWith('Regexp') && /\{\w+:.*\}/.test(text)) {
    return {
      message: `${name}(\`${text}\`) is the language of Traefik 2: in Traefik 3 it is a regular expression of Go, without braces and names`,
    };
  }
  if ((name === 'Path' || name === 'PathPrefix') && !text.startsWith('/')) {
    return { message: `the path '${text}' of ${name}() does not begin with a slash` };
  }
  if ((name === 'Host' || name === 'HostSNI') && text !== '*' && /[:/\s]/.test(text)) {
    return { message: `the host '${text}' holds more than a name: scheme, port and path do not belong to it` };
  }
  return undefined;
}
