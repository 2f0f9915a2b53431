import { ingresses } from '../../graph/subjects';
import { makesOf } from '../../graph/ingress-makes';
import { pathsOf, regexHosts, regexSwitchOf } from '../../graph/routes/regex-hosts';
import { isPartOfAnother } from '../../graph/routes/frontends';
import { nameOf } from '../../graph/set-object';
import { ingressNginxAnnotations } from '../../controllers/annotations';
import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

const regex = ingress({
  name: 'regex',
  path: '/api(/|$)(.*)',
  pathType: 'ImplementationSpecific',
  annotations: ['nginx.ingress.kubernetes.io/use-regex: "true"'],
});

export const regexHost = defineRule({
  id: 'ingress/regex-host',
  class: 'broken',
  severity: 'warning',
  on: ['Ingress'],
  among: (graph) => (regexHosts(graph).size > 0 ? ingresses(graph) : []),
  summary: 'Regular expressions do not reach paths that are meant as they stand.',
  why: 'One Ingress with `use-regex` or a rewrite makes every path of its host a regular expression for ingress-nginx, those of other Ingresses too: `Exact` `/login` then takes `/login-old` and `/LOGIN`, and the longest text is tried first.',
  fix: 'Put the paths of the regular expressions on a host of their own, or write all paths of the host as regular expressions with `$` at their end.',
  symptoms: ['wrong application answers', '404 from the application'],
  references: [
    'https://kubernetes.github.io/ingress-nginx/user-guide/ingress-path-matching/#regular-expression-support',
  ],
  good: [
    {
      title: 'hosts of their own',
      manifests: web + regex + ingress({ host: 'b.example.com', path: '/login', pathType: 'Exact' }),
    },
    { title: 'the rest of the host', manifests: web + regex + ingress() },
    {
      title: 'another controller',
      manifests: web + regex + ingress({ className: 'traefik', path: '/login', pathType: 'Exact' }),
    },
  ],
  bad: [
    {
      title: 'an exact path of another Ingress',
      manifests: web + regex + ingress({ path: '/login', pathType: 'Exact' }),
      finds: ['spec.rules[0].http.paths[0].path'],
    },
    {
      title: 'a prefix of another Ingress',
      manifests: web + regex + ingress({ path: '/shop' }),
      finds: ['spec.rules[0].http.paths[0].path'],
    },
  ],
  *check(ingress, { graph }) {
    const { makes } = makesOf(graph, ingress);
    if (!makes.includes(ingressNginxAnnotations) || regexSwitchOf(ingress) !== undefined || isPartOfAnother(ingress))
      return;
    for (const { host, path, pathType, field } of pathsOf(ingress)) {
      const by = regexHosts(graph).get(host);
      if (by === undefined || path === '/' || pathType === 'ImplementationSpecific') continue;
      const because = regexSwitchOf(by) ?? '';
      yield {
        field: `${field}.path`,
        message: `'${path}' is a regular expression, since ${nameOf(by)} has ${because} on the same host: ${pathType} does not hold`,
        related: [{ object: by, field: `metadata.annotations[${because}]` }],
      };
    }
  },
});
