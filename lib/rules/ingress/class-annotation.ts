import { classAnnotation } from '../../graph/ingress-classes';
import { annotationOf } from '../../graph/set-object';
import { ingress } from '../ingress-example';
import { defineRule } from '../rule';

const field = `metadata.annotations[${classAnnotation}]`;

export const classByAnnotation = defineRule({
  id: 'ingress/class-annotation',
  class: 'risky',
  rating: 'low',
  on: ['Ingress'],
  summary: 'An Ingress names its class by `spec.ingressClassName`.',
  why: 'The annotation is deprecated since Kubernetes 1.18: nothing checks that such a class exists, and some controllers no longer read it.',
  fix: 'Move the value to `spec.ingressClassName`, where there is an IngressClass of that name.',
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation'],
  good: [{ manifests: ingress() }],
  bad: [{ manifests: ingress({ className: '', annotations: ['kubernetes.io/ingress.class: nginx'] }), finds: [field] }],
  *check(ingress) {
    const value = annotationOf(ingress, classAnnotation);
    // The class of Google's controller has no IngressClass.
    if (value === undefined || value.startsWith('gce')) return;
    yield { field, message: `the class '${value}' is named by the deprecated annotation ${classAnnotation}` };
  },
});
