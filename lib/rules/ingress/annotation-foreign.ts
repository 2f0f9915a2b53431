import {
  keysOfMakes,
  familyOfKey,
  isMake,
  makesOfClassName,
  type AnnotationFamily,
} from '../../controllers/annotations';
import { annotated } from '../../graph/subjects';
import { makesOf, reads } from '../../graph/ingress-makes';
import type { SetObject } from '../../graph/set-object';
import { deployment } from '../example-manifests';
import { ingress, ingressClass, web } from '../ingress-example';
import { defineRule, type Problem } from '../rule';

const rewrite = 'nginx.ingress.kubernetes.io/rewrite-target';
const field = (key: string): string => `metadata.annotations[${key}]`;

export const annotationForeign = defineRule({
  id: 'ingress/annotation-foreign',
  class: 'broken',
  on: ['Ingress'],
  among: annotated('Ingress', ...keysOfMakes),
  summary: 'The annotations of an Ingress are those of the controller that serves it.',
  why: 'A controller does not see the annotations of another: the option is ignored without a word. `nginx.org/` and `nginx.ingress.kubernetes.io/` are two controllers, and so are `haproxy.org/` and `haproxy-ingress.github.io/`. It is a warning where only the name of the class tells whose it is.',
  fix: 'Write the option as the controller of the class reads it, or name the class of the controller that the annotation is for.',
  symptoms: [
    'annotation has no effect',
    '404 from the application',
    '413 Request Entity Too Large',
    'option is ignored',
  ],
  references: ['https://github.com/nginx/kubernetes-ingress/issues/150'],
  good: [
    { title: 'its own', manifests: web + ingress({ annotations: [`${rewrite}: /`] }) },
    {
      title: 'a class that two makes call so',
      manifests: web + ingress({ annotations: ['nginx.org/client-max-body-size: 8m'] }),
    },
    {
      title: 'those that every controller leaves to others',
      manifests:
        web +
        ingress({
          className: 'traefik',
          annotations: ['cert-manager.io/cluster-issuer: ca', 'argocd.argoproj.io/sync-wave: "1"'],
        }),
    },
    {
      title: 'Traefik, told to read them',
      manifests:
        deployment('traefik', 'app: traefik', {
          image: 'traefik:v3.7.13',
          container: 'args: ["--providers.kubernetesingress", "--providers.kubernetesingressnginx"]',
        }) + ingress({ className: 'traefik', annotations: [`${rewrite}: /`] }),
    },
    {
      title: 'a class that nobody knows',
      manifests: web + ingress({ className: 'edge', annotations: [`${rewrite}: /`] }),
    },
  ],
  bad: [
    {
      title: 'of both that call their class nginx',
      manifests: web + ingress({ annotations: [`${rewrite}: /`, 'nginx.org/client-max-body-size: 8m'] }),
      finds: [field('nginx.org/client-max-body-size')],
    },
    {
      title: 'of ingress-nginx, for Traefik',
      manifests: web + ingress({ className: 'traefik', annotations: [`${rewrite}: /`] }),
      finds: [field(rewrite)],
    },
    {
      title: 'of the other NGINX',
      manifests:
        web + ingressClass('nginx', 'nginx.org/ingress-controller') + ingress({ annotations: [`${rewrite}: /`] }),
      finds: [field(rewrite)],
    },
    {
      title: 'of the other HAProxy',
      manifests:
        web +
        ingressClass('haproxy', 'haproxy.org/ingress-controller') +
        ingress({ className: 'haproxy', annotations: ['haproxy-ingress.github.io/timeout-server: 5s'] }),
      finds: [field('haproxy-ingress.github.io/timeout-server')],
    },
  ],
  *check(ingress, { graph }) {
    const owner = makesOf(graph, ingress);
    if (owner.makes.length === 0) return;
    const titles = owner.makes.map(({ title }) => title).join(' or ');
    for (const key of Object.keys(ingress.annotations)) {
      const family = familyOfKey(key);
      // `ingress.kubernetes.io/` was everyone's once.
      if (family === undefined || !isMake(family) || reads(owner, family) || key.startsWith('ingress.kubernetes.io/'))
        continue;
      const { className } = graph.ingressClasses.ownerOf(ingress);
      const guess = !owner.certain && (className === undefined || makesOfClassName(className).length === 0);
      if (guess) continue;
      yield {
        field: `metadata.annotations[${key}]`,
        message: `'${key}' is read by ${family.title}, and this Ingress is served by ${titles}`,
        ...(owner.certain ? {} : { severity: 'warning' }),
      };
    }
    if (owner.makes.length > 1) yield* mixed(ingress, owner.makes);
  },
});

/** Annotations of two makes that call their classes alike: one of them serves the Ingress, and does not see those of the other. */
function* mixed({ annotations }: SetObject<object>, makes: readonly AnnotationFamily[]): Generator<Problem> {
  const families = new Map<AnnotationFamily, string>();
  for (const key of Object.keys(annotations)) {
    const family = familyOfKey(key);
    if (family !== undefined && makes.includes(family) && !families.has(family)) families.set(family, key);
  }
  const [[, first] = [], [other, second] = []] = [...families];
  if (first === undefined || other === undefined || second === undefined) return;
  yield {
    field: `metadata.annotations[${second}]`,
    message: `'${second}' is read by ${other.title}, and '${first}' by another controller: one of the two is read by nobody`,
    severity: 'warning',
  };
}
