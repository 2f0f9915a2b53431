import { ingressClass } from '../ingress-example';
import { defineRule } from '../rule';

const isDefault = 'ingressclass.kubernetes.io/is-default-class: "true"';
const field = 'metadata.annotations[ingressclass.kubernetes.io/is-default-class]';

export const defaultClasses = defineRule({
  id: 'ingress/default-classes',
  class: 'broken',
  severity: 'warning',
  on: ['set'],
  summary: 'One IngressClass at most is the default.',
  why: 'With two default classes an Ingress without a class gets the one that was created last, and older servers refuse it: an update elsewhere changes who serves it.',
  fix: 'Take the annotation from all but one.',
  symptoms: ['404 from the controller', '2 default IngressClasses were found, only 1 allowed'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#default-ingress-class'],
  good: [
    {
      manifests:
        ingressClass('a', 'k8s.io/ingress-nginx', isDefault) + ingressClass('b', 'traefik.io/ingress-controller'),
    },
  ],
  bad: [
    {
      manifests:
        ingressClass('a', 'k8s.io/ingress-nginx', isDefault) +
        ingressClass('b', 'traefik.io/ingress-controller', isDefault),
      finds: [field],
    },
    {
      title: 'the cluster has one already',
      manifests: ingressClass('a', 'k8s.io/ingress-nginx', isDefault),
      target: { ingressClasses: [{ name: 'public', default: true }] },
      finds: [field],
    },
  ],
  *check(graph) {
    const defaults = graph.ingressClasses.classes.filter((one) => one.isDefault);
    const told = defaults.find(({ object }) => object === undefined);
    const first = told ?? defaults[0];
    for (const { name, object } of defaults) {
      if (object === undefined || first === undefined || name === first.name) continue;
      const related = first.object === undefined ? [] : [{ object: first.object, field }];
      yield {
        object,
        field,
        related,
        message: `class '${name}' is a default class, and '${first.name}' is one too`,
        edits: [{ remove: field }],
      };
    }
  },
});
