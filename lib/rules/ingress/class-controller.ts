import { makeOfString, makes } from '../../controllers/annotations';
import { flagOf } from '../../graph/controllers-in-set';
import type { Graph } from '../../graph/graph';
import type { SetObject } from '../../graph/set-object';
import type { IngressClass } from '../../kubernetes/api';
import { nearest } from '../../kubernetes/wording';
import { deployment } from '../example-manifests';
import { ingressClass } from '../ingress-example';
import { defineRule, type Problem } from '../rule';

const field = 'spec.controller';
const nginx = (args = ''): string =>
  deployment('controller', 'app: controller', {
    image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
    container: args === '' ? 'args: []' : `args: [${args}]`,
  });

export const classController = defineRule({
  id: 'ingress/class-controller',
  class: 'broken',
  on: ['IngressClass'],
  summary: 'The controller of an IngressClass is one that somebody calls himself.',
  why: 'A controller serves the classes whose `spec.controller` is exactly its own string. The field cannot be changed later.',
  fix: 'Write the string of the controller: `k8s.io/ingress-nginx`, `nginx.org/ingress-controller`, `traefik.io/ingress-controller`, ...',
  symptoms: ['404 from the controller', 'Progressing', 'ingress does not contain a valid IngressClass'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class'],
  good: [
    { title: 'a string that is known', manifests: ingressClass('nginx', 'k8s.io/ingress-nginx') },
    { title: 'an instance of its own', manifests: ingressClass('inner', 'haproxy.org/ingress-controller/inner') },
    { title: 'a make that nobody knows here', manifests: ingressClass('edge', 'acme.dev/edge') },
    {
      title: 'a controller that is told another string',
      manifests: ingressClass('inner', 'k8s.io/inner-nginx') + nginx('"--controller-class=k8s.io/inner-nginx"'),
    },
  ],
  bad: [
    { title: 'misspelt', manifests: ingressClass('nginx', 'k8s.io/nginx-ingress'), finds: [field] },
    { title: 'misspelt otherwise', manifests: ingressClass('traefik', 'traefik.io/ingress-contoller'), finds: [field] },
    {
      title: 'the string of the other NGINX',
      manifests: ingressClass('nginx', 'nginx.org/ingress-controller') + nginx(),
      finds: [field],
    },
    {
      title: 'the controller of the set is told another string',
      manifests: ingressClass('nginx', 'k8s.io/ingress-nginx') + nginx('"--controller-class=k8s.io/inner-nginx"'),
      finds: [field],
    },
  ],
  *check(ingressClass, { graph }) {
    const controller = ingressClass.body.spec?.controller ?? '';
    if (controller === '' || servedInSet(graph, controller)) return;
    const problem = misspelt(controller) ?? servedByNobody(graph, ingressClass, controller);
    if (problem !== undefined) yield problem;
  },
});

const strings = makes.flatMap(({ controllerStrings }) => controllerStrings);

/** What people write instead, where it is not a matter of letters. */
const confused: Readonly<Record<string, string>> = {
  'k8s.io/nginx-ingress': 'k8s.io/ingress-nginx',
  'k8s.io/nginx': 'k8s.io/ingress-nginx',
  'kubernetes.io/ingress-nginx': 'k8s.io/ingress-nginx',
  'nginx.ingress.kubernetes.io/controller': 'k8s.io/ingress-nginx',
  'nginx.org/nginx-ingress': 'nginx.org/ingress-controller',
  'traefik.io/traefik': 'traefik.io/ingress-controller',
};

function misspelt(controller: string): Problem | undefined {
  if (makeOfString(controller) !== undefined) return undefined;
  const meant = Object.hasOwn(confused, controller) ? confused[controller] : nearest(controller, strings);
  // Texts of this length are alike by their domains alone: few letters may differ.
  if (meant === undefined || (!Object.hasOwn(confused, controller) && Math.abs(meant.length - controller.length) > 2))
    return undefined;
  if (meant.split('/')[0] !== controller.split('/')[0] && !Object.hasOwn(confused, controller)) return undefined;
  return {
    field,
    message: `no controller calls itself '${controller}'; ${makeOfString(meant)?.title ?? 'one'} is '${meant}'`,
    edits: [{ set: field, value: meant }],
  };
}

function classStringOf(graph: Graph): readonly (readonly [string, string])[] {
  return graph.controllers.flatMap((one) => {
    const told = flagOf(one, 'controller-class');
    const known = told === undefined ? one.make.controllerStrings : [told];
    return known.map((text) => [text, one.make.title] as const);
  });
}

function servedInSet(graph: Graph, controller: string): boolean {
  return classStringOf(graph).some(([known]) => known === controller || controller.startsWith(`${known}/`));
}

/** Where the set installs controllers and none of the make that the class asks for, the class most likely was meant for them. */
function servedByNobody(graph: Graph, { name }: SetObject<IngressClass>, controller: string): Problem | undefined {
  const [first] = graph.controllers;
  const make = makeOfString(controller);
  if (first === undefined || make === undefined) return undefined;
  const sameMake = graph.controllers.find((one) => one.make === make);
  const alike = first.make.classNames.some((known) => make.classNames.includes(known) && name === known);
  if (sameMake === undefined && !alike) return undefined;
  const known = classStringOf(graph)[0]?.[0] ?? '';
  return {
    field,
    message: `'${controller}' is served by no controller of the set: ${(sameMake ?? first).make.title} serves '${known}'`,
    related: [{ object: first.workload.object, field: first.container.field }],
    severity: sameMake === undefined ? 'warning' : 'error',
  };
}
