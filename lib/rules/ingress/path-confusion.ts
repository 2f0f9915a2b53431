import { pathsOf, type IngressPath } from '../../graph/routes/regex-hosts';
import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

const field = 'spec.rules[0].http.paths[0].path';
const specific = (path: string): string => web + ingress({ path, pathType: 'ImplementationSpecific' });

export const pathConfusion = defineRule({
  id: 'ingress/path-confusion',
  class: 'risky',
  rating: 'medium',
  on: ['Ingress'],
  summary: 'A path means the same to the controller and to the application.',
  why: 'Controllers and applications decode and shorten paths differently: what one takes for `/admin` another takes for something else, and rules about it are passed by.',
  fix: 'Write the path as the application sees it: decoded, without `..`, double slashes and a slash at the end.',
  symptoms: ['404 from the controller', '403 is passed by'],
  good: [
    { title: 'a plain path', manifests: web + ingress({ path: '/admin' }) },
    { title: 'a prefix with a slash', manifests: web + ingress({ path: '/admin/' }) },
  ],
  bad: [
    { title: 'up and down', manifests: specific('/static/../admin'), finds: [field] },
    { title: 'a slash in disguise', manifests: specific('/a%2fb'), finds: [field] },
    { title: 'two slashes', manifests: specific('/a//b'), finds: [field] },
    {
      title: 'exact, with a slash at the end',
      manifests: web + ingress({ path: '/admin/', pathType: 'Exact' }),
      finds: [field],
    },
  ],
  *check(ingress) {
    for (const path of pathsOf(ingress)) {
      const found = confusion(path);
      if (found !== undefined) yield { field: `${path.field}.path`, message: `the path '${path.path}' ${found}` };
    }
  },
});

function confusion({ path, pathType }: IngressPath): string | undefined {
  if (/(?:^|\/)\.\.?(?:\/|$)/.test(path))
    return "holds '.' or '..', which is taken out of requests before they are matched";
  if (/%2f|%5c|%2e|%00/i.test(path))
    return 'holds an encoded slash or dot, which some decode before they match and others after';
  if (path.includes('//')) return "holds '//', which many make one slash of";
  if (pathType === 'Exact' && path !== '/' && path.endsWith('/'))
    return `takes requests with the slash at the end alone, not '${path.slice(0, -1)}'`;
  return undefined;
}
