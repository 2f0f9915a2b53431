import { annotationOfFamily } from '../../controllers/annotations';
import { annotationKeys } from '../../graph/annotation-keys';
import { service } from '../example-manifests';
import { ingress } from '../ingress-example';
import { defineRule } from '../rule';

const sticky = 'traefik.ingress.kubernetes.io/service.sticky.cookie';
const field = (key: string): string => `metadata.annotations[${key}]`;

export const annotationObject = defineRule({
  id: 'ingress/annotation-object',
  class: 'broken',
  on: ['set'],
  summary: 'An annotation is on the object that the controller reads it from.',
  why: 'Stickiness, the scheme of a backend and its limits are read from the Service by Traefik, HAProxy and Contour, routing from the Ingress. On the other object the annotation is read by nobody.',
  fix: 'Move the annotation to the object that is named.',
  symptoms: ['annotation has no effect', 'sticky session does not stick', '502 from the controller'],
  references: ['https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/ingress/#annotations'],
  good: [
    {
      title: 'on the Service',
      manifests: service('app: web', { annotations: `${sticky}: "true"` }) + ingress({ className: 'traefik' }),
    },
    {
      title: 'read from both',
      manifests: ingress({ className: 'haproxy', annotations: ['haproxy.org/timeout-server: 5s'] }),
    },
  ],
  bad: [
    {
      title: 'stickiness on the Ingress',
      manifests: ingress({ className: 'traefik', annotations: [`${sticky}: "true"`] }),
      finds: [field(sticky)],
    },
    {
      title: 'the cookie of HAProxy on the Ingress',
      manifests: ingress({ className: 'haproxy', annotations: ['haproxy.org/cookie-persistence: shop'] }),
      finds: [field('haproxy.org/cookie-persistence')],
    },
    {
      title: 'routing on the Service',
      manifests: service('app: web', { annotations: 'nginx.ingress.kubernetes.io/affinity: cookie' }),
      finds: [field('nginx.ingress.kubernetes.io/affinity')],
    },
  ],
  *check(graph) {
    for (const { key, family, objects } of annotationKeys(graph)) {
      // cert-manager and others write their notes onto what they make.
      if (family === undefined || family.controllerStrings.length === 0) continue;
      const known = annotationOfFamily(family, key);
      if (known === undefined) continue;
      for (const object of objects) {
        if (known.on.some((kind) => kind === object.key)) continue;
        yield {
          object,
          field: `metadata.annotations[${key}]`,
          message: `${family.title} reads '${key}' from ${known.on.join(' or ')}, not from ${object.kind}`,
        };
      }
    }
  },
});
