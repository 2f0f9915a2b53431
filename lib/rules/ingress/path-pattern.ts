import {
  albAnnotations,
  azureAnnotations,
  contourAnnotations,
  gkeAnnotations,
  haproxyIngressAnnotations,
  ingressNginxAnnotations,
  nginxAnnotations,
  traefikAnnotations,
  type AnnotationFamily,
} from '../../controllers/annotations';
import type { Graph } from '../../graph/graph';
import { makesOf } from '../../graph/ingress-makes';
import { pathsOf, regexHosts, regexSwitchOf, type IngressPath } from '../../graph/routes/regex-hosts';
import { annotationOf, type SetObject } from '../../graph/set-object';
import type { Ingress } from '../../kubernetes/api';
import { isPrintedNothing } from '../route/printed-nothing';
import { defineRule, type Problem } from '../rule';
import { bad, good } from './path-pattern.examples';

const nginx = 'nginx.ingress.kubernetes.io/';

export const pathPattern = defineRule({
  id: 'ingress/path-pattern',
  class: 'broken',
  on: ['Ingress'],
  summary: 'A path with a star or a regular expression is one that the controller reads as such.',
  why: "Under Prefix and Exact every character stands for itself: `/bar/*` takes requests for a star, and no other. What ImplementationSpecific means is the controller's affair, and most need a switch for regular expressions.",
  fix: 'Write `/bar` with `Prefix`; for a regular expression `ImplementationSpecific` and the switch of the controller.',
  symptoms: ['404 from the controller', 'default backend', 'cannot be used with pathType Prefix'],
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types',
    'https://kubernetes.github.io/ingress-nginx/user-guide/ingress-path-matching/',
  ],
  good,
  bad,
  *check(ingress, { graph }) {
    for (const path of pathsOf(ingress)) {
      // The brackets of `[object Object]` are no regular expression: route/path-form tells of it.
      if (path.path.split('/').some(isPrintedNothing)) continue;
      const problem = /[()[\]^$\\|]|\.[*+]/.test(path.path)
        ? regexProblem(graph, ingress, path)
        : path.path.includes('*')
          ? starProblem(graph, ingress, path)
          : undefined;
      if (problem !== undefined) yield problem;
    }
  },
});

function starProblem(
  graph: Graph,
  ingress: SetObject<Ingress>,
  { path, pathType, field }: IngressPath,
): Problem | undefined {
  const at = { field: `${field}.path` };
  const { makes } = makesOf(graph, ingress);
  if (makes.includes(azureAnnotations) && path.indexOf('*') === path.length - 1)
    return starOfAzure(path, pathType, field);
  if (pathType === 'ImplementationSpecific') {
    // The load balancers of these clouds have stars.
    const literal = makes.some((make) =>
      [ingressNginxAnnotations, traefikAnnotations, nginxAnnotations].includes(make),
    );
    if (!literal || isRegex(graph, ingress)) return undefined;
  }
  const plain = path.endsWith('/*') && path.indexOf('*') === path.length - 1 ? path.slice(0, -2) || '/' : undefined;
  const cloud = makes.includes(albAnnotations) || makes.includes(gkeAnnotations);
  const fix = cloud
    ? `Write '${plain ?? path}' with pathType Prefix, or leave the star and write ImplementationSpecific.`
    : 'Write the path without the star and pathType Prefix, which takes everything below.';
  const edits =
    plain === undefined
      ? []
      : [
          { set: `${field}.path`, value: plain },
          { set: `${field}.pathType`, value: 'Prefix' },
        ];
  return {
    ...at,
    fix,
    edits,
    message: `'${path}' with pathType ${pathType} takes requests for a star: '*' stands for itself`,
  };
}

/** Its controller hands a star at the end on, which the gateway reads as one, and takes it away under Exact (preparePathFromPathType). */
function starOfAzure(path: string, pathType: string, field: string): Problem | undefined {
  if (pathType !== 'Exact' || path === '/*') return undefined;
  return {
    field: `${field}.path`,
    message: `'${path}' with pathType Exact takes requests for '${path.slice(0, -1)}' alone: ${azureAnnotations.title} drops the star`,
    fix: 'Write pathType Prefix, which takes everything below.',
    edits: [{ set: `${field}.pathType`, value: 'Prefix' }],
  };
}

function regexProblem(graph: Graph, ingress: SetObject<Ingress>, path: IngressPath): Problem | undefined {
  const { makes } = makesOf(graph, ingress);
  const field = `${path.field}.path`;
  const literal = path.pathType === 'Prefix' || path.pathType === 'Exact';
  const own = isRegex(graph, ingress) || regexHosts(graph).has(path.host);
  if (own && makes.includes(ingressNginxAnnotations)) {
    if (!literal) return undefined;
    return {
      field: `${path.field}.pathType`,
      message: `'${path.path}' is a regular expression with pathType ${path.pathType}, which ingress-nginx refuses since 1.12 (strict-validate-path-type)`,
      fix: 'Write pathType ImplementationSpecific.',
      edits: [{ set: `${path.field}.pathType`, value: 'ImplementationSpecific' }],
    };
  }
  // Where several makes call their class so, each must leave the path as it stands.
  const needs = makes.flatMap((make) => switches.get(make) ?? []);
  const unclear = needs.length === 0 || needs.length < makes.length;
  if (
    needs.some(([key]) => annotationOf(ingress, key) !== undefined) ||
    (literal ? makes.length === 0 && own : unclear)
  )
    return undefined;
  const switched = needs.map(([key, value]) => `'${key}: ${value}'`).join(' or ');
  const by = unclear
    ? 'no controller reads it as a regular expression'
    : `it is a regular expression with ${switched} alone`;
  return {
    field,
    message: `'${path.path}' with pathType ${path.pathType} is taken letter by letter: ${by}`,
  };
}

/** What turns regular expressions on. */
const switches: ReadonlyMap<AnnotationFamily, readonly [readonly [string, string]]> = new Map([
  [ingressNginxAnnotations, [[`${nginx}use-regex`, '"true"']]],
  [nginxAnnotations, [['nginx.org/path-regex', 'case_sensitive']]],
  [traefikAnnotations, [['traefik.ingress.kubernetes.io/router.pathmatcher', 'PathRegexp']]],
  [haproxyIngressAnnotations, [['haproxy-ingress.github.io/path-type', 'regex']]],
]);

/** Whether the Ingress turns regular expressions on; Contour reads every ImplementationSpecific path so. */
function isRegex(graph: Graph, ingress: SetObject<Ingress>): boolean {
  return regexSwitchOf(ingress) !== undefined || makesOf(graph, ingress).makes.includes(contourAnnotations);
}
