import { ingresses } from '../../graph/subjects';
import { classFlagOf } from '../../graph/ingress-makes';
import { contourAnnotations, haproxyAnnotations, traefikAnnotations } from '../../controllers/annotations';
import type { Graph } from '../../graph/graph';
import { quoteList } from '../../kubernetes/wording';
import { deployment } from '../example-manifests';
import { ingress, ingressClass, web } from '../ingress-example';
import { defineRule } from '../rule';

export const classMissing = defineRule({
  id: 'ingress/class-missing',
  class: 'broken',
  on: ['Ingress'],
  among: (graph) => ingresses(graph).filter((ingress) => graph.ingressClasses.ownerOf(ingress).className === undefined),
  summary: 'An Ingress names its class, or the cluster has a default one.',
  why: 'Since Kubernetes 1.22 most controllers leave an Ingress without a class alone: it gets no address, every host of it answers 404, and Argo CD stays at Progressing. It is an error where the classes are known and none is the default, else a warning.',
  fix: 'Set `spec.ingressClassName`; or mark one IngressClass as the default, or tell the target which classes there are.',
  symptoms: ['404 from the controller', 'Progressing', 'no address', 'default backend', 'ingress is not picked up'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class'],
  good: [
    { title: 'by name', manifests: web + ingress() },
    {
      title: 'by the annotation of old',
      manifests: web + ingress({ className: '', annotations: ['kubernetes.io/ingress.class: nginx'] }),
    },
    {
      title: 'a default class in the set',
      manifests:
        ingressClass('nginx', 'k8s.io/ingress-nginx', 'ingressclass.kubernetes.io/is-default-class: "true"') +
        ingress({ className: '' }),
    },
    {
      title: 'a default class in the cluster',
      manifests: ingress({ className: '' }),
      target: { ingressClasses: [{ name: 'public', default: true }] },
    },
    {
      title: 'a controller that takes those without a class',
      manifests:
        deployment('traefik', 'app: traefik', { image: 'docker.io/library/traefik:v3.7.13' }) +
        ingress({ className: '' }),
    },
  ],
  bad: [
    { title: 'nothing is named', manifests: web + ingress({ className: '' }), finds: ['spec'] },
    {
      title: 'a class in the set that is not the default',
      manifests: web + ingressClass('nginx', 'k8s.io/ingress-nginx') + ingress({ className: '' }),
      finds: ['spec'],
    },
    {
      title: 'the target knows that there is no default',
      manifests: web + ingress({ className: '' }),
      target: { ingressClasses: ['nginx'] },
      finds: ['spec'],
    },
  ],
  *check(ingress, { graph }) {
    const { className, known } = graph.ingressClasses.ownerOf(ingress);
    if (className !== undefined || known !== undefined || takesClassless(graph)) return;
    const { classes, complete } = graph.ingressClasses;
    const names = classes.map(({ name }) => name);
    const [only, more] = names;
    const shown = names.length === 0 ? '' : `; the classes are ${quoteList(names)}, none of which is the default`;
    yield {
      field: 'spec',
      message: `the Ingress names no class${shown === '' ? ', and no default class is known' : shown}`,
      ...(complete || classes.length > 0 ? {} : { severity: 'warning' }),
      ...(only === undefined || more !== undefined ? {} : { edits: [{ set: 'spec.ingressClassName', value: only }] }),
    };
  },
});

/** Some controllers serve Ingresses without a class unless they are told to serve one. */
function takesClassless(graph: Graph): boolean {
  return graph.controllers.some((one) => {
    const watchesAll = one.flags.some(({ name, value }) => name === 'watch-ingress-without-class' && value !== 'false');
    const takesAll = [traefikAnnotations, contourAnnotations, haproxyAnnotations].includes(one.make);
    return watchesAll || (takesAll && classFlagOf(one) === undefined);
  });
}
