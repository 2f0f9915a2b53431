import { annotationKeys } from '../../graph/annotation-keys';
import { annotationOfFamily, meantKey, type AnnotationFamily } from '../../controllers/annotations';
import { nearest } from '../../kubernetes/wording';
import { ingress, web } from '../ingress-example';
import { defineRule, type Problem } from '../rule';

const annotated = (...annotations: readonly string[]): string => web + ingress({ annotations });
const nginx = 'nginx.ingress.kubernetes.io/';
const field = (key: string): string => `metadata.annotations[${key}]`;

export const annotationUnknown = defineRule({
  id: 'ingress/annotation-unknown',
  class: 'broken',
  on: ['set'],
  summary: 'An annotation of a controller is one that it reads.',
  why: 'Controllers pass over annotations that they do not know: a misspelt option is never in effect, and nothing says so.',
  fix: 'Write the key as the manual of the controller has it.',
  symptoms: ['annotation has no effect', 'option is ignored'],
  references: ['https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/'],
  good: [
    { title: 'known keys', manifests: annotated(`${nginx}proxy-body-size: 8m`, `${nginx}use-regex: "true"`) },
    {
      title: 'keys with names of the user',
      manifests: annotated(
        `alb.ingress.kubernetes.io/actions.redirect: '{}'`,
        'external-dns.alpha.kubernetes.io/aws-weight: "10"',
      ),
    },
    {
      title: 'upper and lower case are the same to Traefik',
      manifests: annotated('traefik.ingress.kubernetes.io/router.entryPoints: web'),
    },
    {
      title: 'a key of nobody known',
      manifests: annotated('example.com/owner: shop', 'kubernetes.io/tls-acme: "true"'),
    },
  ],
  bad: [
    {
      title: 'a letter too few',
      manifests: annotated(`${nginx}rewrite-targt: /`),
      finds: [field(`${nginx}rewrite-targt`)],
    },
    {
      title: 'a word too many',
      manifests: annotated(`${nginx}proxy-max-body-size: 8m`),
      finds: [field(`${nginx}proxy-max-body-size`)],
    },
    {
      title: 'a letter too few before the name',
      manifests: annotated('nginx.ingres.kubernetes.io/rewrite-target: /'),
      finds: [field('nginx.ingres.kubernetes.io/rewrite-target')],
    },
    {
      title: 'of an older version',
      manifests: annotated(`${nginx}secure-backends: "true"`),
      finds: [field(`${nginx}secure-backends`)],
    },
    {
      title: 'of Traefik 1',
      manifests: annotated('traefik.ingress.kubernetes.io/rule-type: PathPrefixStrip'),
      finds: [field('traefik.ingress.kubernetes.io/rule-type')],
    },
    {
      title: 'the key of the other NGINX behind this prefix',
      manifests: annotated(`${nginx}client-max-body-size: 8m`),
      finds: [field(`${nginx}client-max-body-size`)],
    },
    {
      title: 'of cert-manager',
      manifests: annotated('cert-manager.io/clusterissuer: ca'),
      finds: [field('cert-manager.io/clusterissuer')],
    },
  ],
  *check(graph) {
    for (const { key, family, objects } of annotationKeys(graph)) {
      const problem = family === undefined ? misspelt(key) : unknown(family, key);
      if (problem === undefined) continue;
      for (const object of objects) yield { ...problem, object };
    }
  },
});

function misspelt(key: string): Problem | undefined {
  const meant = meantKey(key);
  if (meant === undefined) return undefined;
  const field = `metadata.annotations[${key}]`;
  return { field, message: `nobody reads '${key}'; '${meant}' is read`, edits: [{ rename: field, to: meant }] };
}

/** Keys of other makes that mean the same. */
const sameElsewhere: Readonly<Record<string, string>> = {
  [`${nginx}client-max-body-size`]: `${nginx}proxy-body-size`,
  [`${nginx}proxy-max-body-size`]: `${nginx}proxy-body-size`,
  [`${nginx}body-size`]: `${nginx}proxy-body-size`,
  [`${nginx}rewrite`]: `${nginx}rewrite-target`,
  [`${nginx}redirect-to-https`]: `${nginx}ssl-redirect`,
  [`${nginx}websocket-services`]: 'nothing: websockets need no annotation',
  'nginx.org/proxy-body-size': 'nginx.org/client-max-body-size',
};

function unknown(family: AnnotationFamily, key: string): Problem | undefined {
  if (annotationOfFamily(family, key) !== undefined) return undefined;
  const field = `metadata.annotations[${key}]`;
  const gone = Object.hasOwn(family.gone, key) ? family.gone[key] : undefined;
  if (gone !== undefined) {
    return {
      field,
      message: `'${key}' is no longer read by ${family.title}: ${gone} took its place`,
      fix: `Write ${gone}.`,
    };
  }
  const instead = Object.hasOwn(sameElsewhere, key) ? sameElsewhere[key] : undefined;
  const name = key.slice(key.indexOf('/') + 1);
  const prefix = key.slice(0, key.indexOf('/') + 1);
  const names = [...family.keys.keys()]
    .filter((known) => known.startsWith(prefix))
    .map((known) => known.slice(prefix.length));
  const near = nearest(name, names);
  const meant = instead ?? (near === undefined ? undefined : prefix + near);
  if (meant === undefined) {
    // It may be a key of a newer version.
    return { field, message: `'${key}' is none of the annotations that ${family.title} reads`, severity: 'warning' };
  }
  const edits: Problem['edits'] = meant.includes(' ') ? [] : [{ rename: field, to: meant }];
  return { field, message: `'${key}' is none of the annotations that ${family.title} reads; '${meant}' is`, edits };
}
