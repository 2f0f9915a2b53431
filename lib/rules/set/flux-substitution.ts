import type { Severity } from '../../findings/finding';
import type { Graph } from '../../graph/graph';
import { annotationOf, type SetObject } from '../../graph/set-object';
import { fieldsOf, itemsOf, valueAt } from '../../manifests/untyped';
import { nearest } from '../../kubernetes/wording';
import { defineRule } from '../rule';
import { mayHold, textsOf } from './texts';

const fluxDomain = 'kustomize.toolkit.fluxcd.io';

const flux = (postBuild: string): string => `
---
apiVersion: ${fluxDomain}/v1
kind: Kustomization
metadata: { name: shop, namespace: flux-system }
spec: { interval: 10m, prune: true, path: ./shop, sourceRef: { kind: GitRepository, name: shop }, postBuild: { ${postBuild} } }
`;
const map = (text: string, meta = ''): string => `
---
apiVersion: v1
kind: ConfigMap
metadata: { name: nginx${meta} }
data: { nginx.conf: 'proxy_set_header Host ${text};' }
`;
const ingress = (text: string): string => `
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, annotations: { example.com/header: '${text}' } }
spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }
`;

export const fluxSubstitution = defineRule({
  id: 'set/flux-substitution',
  class: 'broken',
  severity: 'warning',
  on: ['set'],
  summary: 'Texts that Flux would take for its variables are kept from it.',
  why: 'Where a Flux Kustomization has `postBuild`, each ${name} of its manifests is replaced, by nothing where no value is known: variables of nginx, groups of regular expressions and shell scripts lose their middle in silence.',
  fix: 'Write $${name}, set the annotation kustomize.toolkit.fluxcd.io/substitute: disabled, or give the variable a value under postBuild.',
  symptoms: [
    'the variable is empty in the cluster',
    'invalid number of arguments in nginx',
    'the redirect loses its path',
  ],
  references: ['https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution'],
  good: [
    { title: 'nothing known of Flux', manifests: map('${host}') },
    { title: 'kept', manifests: flux('substitute: { a: b }') + map('$${host}') },
    {
      title: 'kept by the annotation',
      manifests: flux('substitute: { a: b }') + map('${host}', `, annotations: { ${fluxDomain}/substitute: disabled }`),
    },
    { title: 'meant for Flux', manifests: flux('substitute: { host: shop.example.com }') + map('${host}') },
    {
      title: 'with a value for when there is none',
      manifests: flux('substitute: { a: b }') + map('${host:=shop.example.com}'),
    },
    {
      title: 'variables of a ConfigMap that nobody here knows',
      manifests: flux('substituteFrom: [{ kind: ConfigMap, name: cluster }]') + map('${host}'),
    },
    { title: 'without braces', manifests: flux('substitute: { a: b }') + map('$host') },
  ],
  bad: [
    { title: 'of nginx', manifests: flux('substitute: { a: b }') + map('${host}'), finds: ['data[nginx.conf]'] },
    {
      title: 'a group of a regular expression, which is no variable of anybody',
      manifests: flux('substituteFrom: [{ kind: ConfigMap, name: cluster }]') + map('${1}'),
      finds: ['data[nginx.conf]'],
    },
    {
      title: 'in an Ingress, whoever delivers it',
      manifests: ingress('${host}'),
      finds: ['metadata.annotations[example.com/header]'],
    },
  ],
  *check(graph) {
    const build = postBuildOf(graph);
    for (const object of graph.objects) {
      const severity = severityOf(object, build);
      if (severity === undefined || isLeftAlone(object) || !mayHold(object.body, '${')) continue;
      for (const { field, text } of textsOf(object.body)) {
        const name = text.includes('${') ? lostIn(text, build) : undefined;
        if (name === undefined) continue;
        const near = nearest(name, [...(build?.names ?? [])]);
        const hint = near === undefined ? '' : `; '${near}' is the nearest that it knows`;
        const when = build === undefined ? 'with postBuild Flux would replace' : 'Flux replaces';
        yield { object, field, severity, message: `${when} \${${name}} by nothing${hint}` };
      }
    }
  },
});

function isLeftAlone(object: SetObject): boolean {
  const disabled = `${fluxDomain}/substitute`;
  if (object.key === `${fluxDomain} Kustomization`) return true;
  return annotationOf(object, disabled) === 'disabled' || object.labels[disabled] === 'disabled';
}

/** What the Flux Kustomizations of the set replace. */
interface PostBuild {
  readonly names: ReadonlySet<string>;
  /** Whether values come from ConfigMaps and Secrets too, so that every name may have one. */
  readonly open: boolean;
}

function postBuildOf(graph: Graph): PostBuild | undefined {
  const builds = graph
    .ofKind(`${fluxDomain} Kustomization`)
    .map(({ body }) => valueAt(body, 'spec', 'postBuild'))
    .filter((build) => build !== undefined);
  if (builds.length === 0) return undefined;
  return {
    names: new Set(builds.flatMap((build) => fieldsOf(valueAt(build, 'substitute')))),
    open: builds.some((build) => itemsOf(valueAt(build, 'substituteFrom')).length > 0),
  };
}

/** Without a sign of postBuild it is worth a word where a text leads traffic, and nothing in scripts and settings. */
function severityOf({ key, labels }: SetObject, build: PostBuild | undefined): Severity | undefined {
  if (build !== undefined) return 'warning';
  const isDelivered = Object.hasOwn(labels, `${fluxDomain}/name`);
  return isDelivered || key === 'Ingress' || key.startsWith('traefik.io ') ? 'note' : undefined;
}

/** `${name}` without a value of its own, `$${name}` being kept. */
const variable = /(?<!\$)\$\{([A-Za-z0-9_]+)\}/g;

function lostIn(text: string, build: PostBuild | undefined): string | undefined {
  for (const [, name = ''] of text.matchAll(variable)) {
    // Flux takes no name that begins with a digit, so that none can have a value.
    const canHaveValue = /^[A-Za-z_]/.test(name);
    if (build === undefined || !canHaveValue || !(build.open || build.names.has(name))) return name;
  }
  return undefined;
}
