import { ingressNginxAnnotations, makeOfString } from '../../controllers/annotations';
import { standsInForNginx } from '../../graph/ingress-makes';
import type { SetObject } from '../../graph/set-object';
import { ingressClass } from '../ingress-example';
import { defineRule } from '../rule';
import { controller } from './flag-reference.examples';

export const controllerRetired = defineRule({
  id: 'controller/retired',
  class: 'risky',
  rating: 'high',
  on: ['set'],
  summary: 'The controllers of a set are still looked after.',
  why: 'ingress-nginx ended in March 2026: what is found in it, and in the NGINX that it carries, is fixed by nobody (CVE-2026-42945 and later are open).',
  fix: 'Move to a controller that is looked after, or to the Gateway API; until then keep snippets off and the webhook closed, and say so by a waiver.',
  references: ['https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/'],
  good: [
    {
      title: 'another controller',
      manifests: ingressClass('traefik', 'traefik.io/ingress-controller') + controller([], 'traefik:v3.7.13'),
    },
    {
      title: 'its class, which Traefik serves in its place',
      manifests:
        ingressClass('nginx', 'k8s.io/ingress-nginx') +
        controller(['--providers.kubernetesingressnginx=true'], 'traefik:v3.7.13'),
    },
    { title: 'the NGINX of F5', manifests: ingressClass('nginx', 'nginx.org/ingress-controller') },
  ],
  bad: [
    {
      title: 'its image',
      manifests: controller([]),
      finds: ['spec.template.spec.containers[0].image'],
      weighs: 'error',
    },
    {
      title: 'its class, which another set may serve otherwise',
      manifests: ingressClass('nginx', 'k8s.io/ingress-nginx'),
      finds: ['spec.controller'],
      weighs: 'warning',
    },
    {
      title: 'the image of old',
      manifests: controller([], 'quay.io/kubernetes-ingress-controller/nginx-ingress-controller:0.14.0'),
      finds: ['spec.template.spec.containers[0].image'],
    },
  ],
  *check(graph) {
    const retired = 'ingress-nginx is retired since March 2026: its vulnerabilities are not fixed';
    const installed = graph.controllers.filter(({ make }) => make === ingressNginxAnnotations);
    for (const { workload, container } of installed)
      yield { object: workload.object, field: `${container.field}.image`, message: retired };
    // The class of an installed controller says it a second time, and of another that stands in for it the wrong thing.
    if (installed.length > 0 || graph.controllers.some(standsInForNginx)) return;
    for (const { object, name } of graph.ingressClasses.classes.filter(isRetired)) {
      if (object === undefined) continue;
      const message = `the class '${name}' is that of ingress-nginx, which is retired since March 2026: where it serves the class, its vulnerabilities are not fixed`;
      yield { object, field: 'spec.controller', message, severity: 'warning' };
    }
  },
});

function isRetired({
  controllerString,
  object,
}: {
  readonly controllerString: string | undefined;
  readonly object: SetObject<object> | undefined;
}): boolean {
  return (
    object !== undefined && controllerString !== undefined && makeOfString(controllerString) === ingressNginxAnnotations
  );
}
