import { ingresses } from '../../graph/subjects';
import { classFlagOf } from '../../graph/ingress-makes';
import type { Graph } from '../../graph/graph';
import { isMisspelling } from '../../kubernetes/misspelling';
import { nearest, quoteList } from '../../kubernetes/wording';
import { ingress, ingressClass, web } from '../ingress-example';
import { defineRule } from '../rule';

export const classUnknown = defineRule({
  id: 'ingress/class-unknown',
  class: 'broken',
  on: ['Ingress'],
  among: (graph) => {
    const { classes, complete } = graph.ingressClasses;
    return complete || classes.length > 0 ? ingresses(graph) : [];
  },
  summary: 'The class that an Ingress names is one that the cluster has.',
  why: 'An Ingress of a class that no controller serves is served by nobody. Only where the set or the target shows the classes can that be known.',
  fix: 'Name a class of the cluster; tell the target under `ingressClasses` or `exists` where it has more.',
  symptoms: ['404 from the controller', 'Progressing', 'no address', 'ingress class not found'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class'],
  good: [
    { title: 'a class of the set', manifests: web + ingressClass('nginx', 'k8s.io/ingress-nginx') + ingress() },
    { title: 'nothing is known of classes', manifests: web + ingress({ className: 'company' }) },
    {
      title: 'told by the target',
      manifests: web + ingress({ className: 'public' }),
      target: { ingressClasses: ['public'] },
    },
    {
      title: 'another class, beside one that the set installs',
      manifests: ingressClass('edge', 'k8s.io/ingress-nginx') + ingress({ className: 'traefik' }),
    },
    {
      title: 'a class that goes by the name alone',
      manifests: ingress({ className: '', annotations: ['kubernetes.io/ingress.class: gce'] }),
      target: { ingressClasses: [] },
    },
  ],
  bad: [
    {
      title: 'misspelt',
      manifests: web + ingressClass('nginx', 'k8s.io/ingress-nginx') + ingress({ className: 'ngnix' }),
      finds: ['spec.ingressClassName'],
    },
    {
      title: 'the target knows all classes',
      manifests: web + ingress({ className: 'nginx' }),
      target: { ingressClasses: ['public'] },
      finds: ['spec.ingressClassName'],
    },
    {
      title: 'by the annotation',
      manifests: web + ingress({ className: '', annotations: ['kubernetes.io/ingress.class: ngnix'] }),
      target: { ingressClasses: ['nginx'] },
      finds: ['metadata.annotations[kubernetes.io/ingress.class]'],
    },
    {
      title: 'the controller of the set serves another one',
      manifests:
        web +
        ingressClass('public', 'k8s.io/ingress-nginx') +
        `---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: controller }
spec:
  selector: { matchLabels: { app: controller } }
  template:
    metadata: { labels: { app: controller } }
    spec: { containers: [{ name: controller, image: "registry.k8s.io/ingress-nginx/controller:v1.15.1" }] }
` +
        ingress(),
      finds: ['spec.ingressClassName'],
    },
  ],
  *check(ingress, { graph }) {
    const { className, field, known } = graph.ingressClasses.ownerOf(ingress);
    if (className === undefined || known !== undefined || isServed(graph, className)) return;
    // Google's classes and those of the annotation go by the name: there need be no IngressClass.
    if (['gce', 'gce-internal'].includes(className)) return;
    const { classes, complete } = graph.ingressClasses;
    const names = classes.map(({ name }) => name);
    const alike = nearest(className, names);
    // Where not all classes are known, a sibling of one is no mistake: `nginx-2` beside `nginx-1`.
    const near = alike !== undefined && (complete || isMisspelling(className, alike)) ? alike : undefined;
    if (!complete && near === undefined && !(graph.controllers.length > 0 && names.length > 0)) return;
    const has = names.length === 0 ? 'has no classes' : `has ${quoteList(names)}`;
    yield {
      field,
      message: `no class is called '${className}': the ${complete ? 'cluster' : 'set'} ${has}`,
      ...(complete || near !== undefined ? {} : { severity: 'warning' }),
      ...(near === undefined ? {} : { edits: [{ set: field, value: near }] }),
    };
  },
});

function isServed(graph: Graph, className: string): boolean {
  return (
    graph.target.has('IngressClass', '', className) || graph.controllers.some((one) => classFlagOf(one) === className)
  );
}
