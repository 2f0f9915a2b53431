import { annotated } from '../../graph/subjects';
import { pathsOf, type IngressPath } from '../../graph/routes/regex-hosts';
import { annotationOf } from '../../graph/set-object';
import { ingress, web } from '../ingress-example';
import { defineRule, type Problem } from '../rule';

const key = 'nginx.ingress.kubernetes.io/rewrite-target';
const field = `metadata.annotations[${key}]`;
const rewrite = (target: string, path: string, pathType = 'ImplementationSpecific'): string =>
  web + ingress({ path, pathType, annotations: [`${key}: ${target}`] });

export const ingressRewrite = defineRule({
  id: 'ingress/rewrite',
  class: 'broken',
  on: ['Ingress'],
  among: annotated('Ingress', key, 'nginx.org/'),
  summary: 'A rewrite takes over what its path holds.',
  why: '`$2` of a rewrite is the second pair of brackets of the path, and empty where the path has fewer. Without any `$n` every request below the path asks for the same page: styles, scripts and pages of the application come back as its start page or 404.',
  fix: 'Write the path `/app(/|$)(.*)` as ImplementationSpecific, and the target `/$2`.',
  symptoms: ['404 from the application', 'blank page', 'styles and scripts missing', 'endless redirects'],
  references: ['https://kubernetes.github.io/ingress-nginx/examples/rewrite/'],
  good: [
    { title: 'two groups, the second of them', manifests: rewrite('/$2', '/app(/|$)(.*)') },
    { title: 'one page for one path', manifests: rewrite('/index.html', '/start', 'Exact') },
    { title: 'nothing to take away', manifests: rewrite('/', '/', 'Prefix') },
    { title: 'brackets that are no group', manifests: rewrite('/$1', '/(?:a|b)/(.*)') },
  ],
  bad: [
    { title: 'a group too few', manifests: rewrite('/$2', '/app/(.*)'), finds: [field] },
    { title: 'no groups', manifests: rewrite('/$1', '/app', 'Prefix'), finds: [field] },
    { title: 'the rest of the path is lost', manifests: rewrite('/', '/app', 'Prefix'), finds: [field] },
    {
      title: 'the rest of an expression is lost',
      manifests: rewrite('/', '/app(/|$)(.*)'),
      finds: [field],
    },
    {
      title: 'the other NGINX, without its switch',
      manifests:
        web +
        ingress({
          path: '/app/(.*)',
          pathType: 'ImplementationSpecific',
          annotations: ['nginx.org/rewrite-target: /$1'],
        }),
      finds: ['metadata.annotations[nginx.org/rewrite-target]'],
    },
  ],
  *check(ingress) {
    const target = annotationOf(ingress, key);
    if (target !== undefined && target !== '') {
      // One finding for the annotation: the first path that shows it.
      const [problem] = pathsOf(ingress).flatMap((path) => rewriteProblem(target, path) ?? []);
      if (problem !== undefined) yield problem;
    }
    const other = annotationOf(ingress, 'nginx.org/rewrite-target');
    if (other?.includes('$') !== true || annotationOf(ingress, 'nginx.org/path-regex') !== undefined) return;
    yield {
      field: 'metadata.annotations[nginx.org/rewrite-target]',
      message: `'${other}' asks for groups of a regular expression, and the paths are none without nginx.org/path-regex`,
      fix: 'Add nginx.org/path-regex: case_sensitive.',
    };
  },
});

function rewriteProblem(target: string, { path, pathType, field: place }: IngressPath): Problem | undefined {
  const groups = [...path.matchAll(/(?<!\\)\((?!\?[:=!])/g)].length;
  const asked = Math.max(0, ...[...target.matchAll(/\$(\d)/g)].map(([, digit = '0']) => Number(digit)));
  if (asked > groups) {
    const has = groups === 0 ? 'has no groups' : `has ${groups}`;
    return { field, message: `'${target}' asks for group ${asked} of the path, and '${path}' at ${place} ${has}` };
  }
  const takesMore = pathType === 'Prefix' ? path !== '/' : groups > 0 && /\.\*/.test(path);
  if (asked > 0 || target.includes('$') || pathType === 'Exact' || !takesMore || target === path) return undefined;
  const message = `every request below '${path}' asks the application for '${target}': what follows '${path}' is lost`;
  return { field, message, severity: 'warning' };
}
