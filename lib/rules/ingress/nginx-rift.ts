import { annotated } from '../../graph/subjects';
import { annotationOf } from '../../graph/set-object';
import { ingress, web } from '../ingress-example';
import { defineRule } from '../rule';

const key = 'nginx.ingress.kubernetes.io/rewrite-target';
const rewrite = (target: string): string =>
  web + ingress({ path: '/shop/(.*)', pathType: 'ImplementationSpecific', annotations: [`${key}: ${target}`] });

export const nginxRift = defineRule({
  id: 'ingress/nginx-rift',
  class: 'risky',
  rating: 'critical',
  on: ['Ingress'],
  among: annotated('Ingress', key),
  summary: 'A rewrite of NGINX has no `?` together with a group.',
  why: 'A replacement with `$1` and `?` overflows a buffer of the rewrite module in every NGINX before 1.30.1, from outside, and is exploited (CVE-2026-42945, NGINX Rift). ingress-nginx never gets that release.',
  fix: 'Rewrite the path alone: the query is kept without being written.',
  references: ['https://github.com/nginx/kubernetes-ingress/issues/9864'],
  good: [
    { title: 'the path alone', manifests: rewrite('/$1') },
    { title: 'a query alone', manifests: rewrite('/index.php?shop') },
  ],
  bad: [{ title: 'both', manifests: rewrite('/index.php?path=$1'), finds: [`metadata.annotations[${key}]`] }],
  *check(ingress) {
    const target = annotationOf(ingress, key) ?? '';
    if (!target.includes('?') || !/\$\d/.test(target)) return;
    yield {
      field: `metadata.annotations[${key}]`,
      message: `the rewrite '${target}' has a group and '?', which overflows a buffer of NGINX before 1.30.1`,
    };
  },
});
