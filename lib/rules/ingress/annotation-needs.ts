import { ingressNginxAnnotations } from '../../controllers/annotations';
import { annotated } from '../../graph/subjects';
import { flagOf, type ControllerInSet } from '../../graph/controllers-in-set';
import { makesOf } from '../../graph/ingress-makes';
import { annotationOf, type SetObject } from '../../graph/set-object';
import type { Ingress } from '../../kubernetes/api';
import { textOf, valueAt } from '../../manifests/untyped';
import { defineRule, type Problem } from '../rule';
import { bad, good } from './annotation-needs.examples';

const nginx = 'nginx.ingress.kubernetes.io/';

export const annotationNeeds = defineRule({
  id: 'ingress/annotation-needs',
  class: 'broken',
  on: ['Ingress'],
  among: annotated('Ingress', nginx),
  summary: 'An annotation has beside it what it needs: another annotation, or a setting of the controller.',
  why: 'Alone the annotation does nothing: TLS is not passed through without the flag of the controller, a snippet is refused where snippets are not allowed, a cookie has no name to stick by without its affinity.',
  fix: 'Add what is named, or take the annotation away.',
  symptoms: ['annotation has no effect', 'fake certificate', 'snippet is not allowed', 'sticky session does not stick'],
  references: ['https://kubernetes.github.io/ingress-nginx/user-guide/tls/#ssl-passthrough'],
  good,
  bad,
  *check(ingress, { graph }) {
    if (!Object.keys(ingress.annotations).some((key) => key.startsWith(nginx))) return;
    yield* lackingAnnotations(ingress);
    const { makes, installed } = makesOf(graph, ingress);
    if (!makes.includes(ingressNginxAnnotations)) return;
    const [controller, ...others] = installed;
    if (controller !== undefined && others.length === 0) yield* lackingSettings(ingress, controller);
  },
});

interface Need {
  /** One of these. */
  readonly keys: readonly string[];
  /** What they must hold. @default - anything */
  readonly value?: RegExp;
}

const cors: Need = { keys: ['enable-cors'], value: /^true$/i };
const canary: Need = { keys: ['canary'], value: /^true$/i };
const affinity: Need = { keys: ['affinity'] };
const authUrl: Need = { keys: ['auth-url'] };

/** By the end of the key, behind the prefix of ingress-nginx. */
const needs: Readonly<Record<string, Need>> = {
  'affinity-mode': affinity,
  'auth-cache-key': authUrl,
  'auth-realm': { keys: ['auth-type'] },
  'auth-secret': { keys: ['auth-type'] },
  'auth-signin': authUrl,
  'auth-snippet': authUrl,
  'auth-response-headers': authUrl,
  'auth-type': { keys: ['auth-secret'] },
  'canary-by-cookie': canary,
  'canary-by-header': canary,
  'canary-by-header-value': { keys: ['canary-by-header'] },
  'canary-weight': canary,
  'cors-allow-headers': cors,
  'cors-allow-methods': cors,
  'cors-allow-origin': cors,
  'permanent-redirect-code': { keys: ['permanent-redirect'] },
  'proxy-ssl-verify': { keys: ['backend-protocol', 'proxy-ssl-secret'] },
  'session-cookie-max-age': affinity,
  'session-cookie-name': affinity,
  'session-cookie-path': affinity,
  'temporal-redirect-code': { keys: ['temporal-redirect'] },
};

function* lackingAnnotations(ingress: SetObject<Ingress>): Iterable<Problem> {
  const told = new Set<string>();
  for (const [name, { keys, value = /(?:)/ }] of Object.entries(needs)) {
    if (annotationOf(ingress, nginx + name) === undefined || keys.some((key) => told.has(key))) continue;
    if (
      keys.some(
        (key) =>
          value.test(annotationOf(ingress, nginx + key) ?? '\n') && annotationOf(ingress, nginx + key) !== undefined,
      )
    )
      continue;
    for (const key of keys) told.add(key);
    const [needed = ''] = keys;
    const said = annotationOf(ingress, nginx + needed);
    const what = value.source === '(?:)' ? `'${nginx}${needed}'` : `'${nginx}${needed}: "true"'`;
    yield {
      field: `metadata.annotations[${nginx}${name}]`,
      message: `'${nginx}${name}' does nothing without ${what}${said === undefined ? '' : `, which is '${said}'`}`,
    };
  }
}

function* lackingSettings(ingress: SetObject<Ingress>, controller: ControllerInSet): Iterable<Problem> {
  const { workload, container, configMap } = controller;
  const passthrough = `${nginx}ssl-passthrough`;
  if (
    annotationOf(ingress, passthrough)?.toLowerCase() === 'true' &&
    flagOf(controller, 'enable-ssl-passthrough') !== 'true'
  ) {
    yield {
      field: `metadata.annotations[${passthrough}]`,
      message:
        'the controller of the set is started without --enable-ssl-passthrough: it ends TLS itself, with a certificate of its own',
      fix: 'Add --enable-ssl-passthrough to the arguments of the controller.',
      related: [{ object: workload.object, field: `${container.field}.args` }],
    };
  }
  const snippet = Object.keys(ingress.annotations).find((key) => key.startsWith(nginx) && key.endsWith('-snippet'));
  const allowed =
    configMap === undefined ? undefined : textOf(valueAt(configMap.body, 'data', 'allow-snippet-annotations'));
  if (snippet === undefined || configMap === undefined || allowed === 'true') return;
  yield {
    field: `metadata.annotations[${snippet}]`,
    message: `'${snippet}' is refused: the ConfigMap of the controller does not allow snippets`,
    fix: 'Do without the snippet; allowing them hands the controller to whoever may write an Ingress.',
    related: [{ object: configMap, field: 'data' }],
  };
}
