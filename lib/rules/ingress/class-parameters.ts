import { kindKey } from '../../graph/kinds';
import { nearest } from '../../kubernetes/wording';
import { ingressClass } from '../ingress-example';
import { defineRule } from '../rule';

const withParameters = (name: string): string =>
  ingressClass('alb', 'ingress.k8s.aws/alb').replace(
    'spec: { controller: ingress.k8s.aws/alb }',
    `spec: { controller: ingress.k8s.aws/alb, parameters: { apiGroup: elbv2.k8s.aws, kind: IngressClassParams, name: ${name} } }`,
  );

const parameters = `
---
apiVersion: elbv2.k8s.aws/v1beta1
kind: IngressClassParams
metadata: { name: shared }
`;

export const classParameters = defineRule({
  id: 'ingress/class-parameters',
  class: 'broken',
  severity: 'warning',
  on: ['IngressClass'],
  summary: 'The parameters of an IngressClass are there.',
  why: 'A controller that looks for the parameters of a class and finds none leaves all Ingresses of the class alone.',
  fix: 'Name an object that exists; tell the target under `exists` where it is not in the set.',
  symptoms: ['Progressing', 'no address', 'IngressClassParams not found'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class-scope'],
  good: [
    { title: 'in the set', manifests: withParameters('shared') + parameters },
    { title: 'elsewhere', manifests: withParameters('shared') },
  ],
  bad: [{ title: 'misspelt', manifests: withParameters('sharde') + parameters, finds: ['spec.parameters.name'] }],
  *check(ingressClass, { graph }) {
    const { apiGroup, kind, name, namespace } = ingressClass.body.spec?.parameters ?? {};
    if (kind == null || name == null) return;
    const key = kindKey(apiGroup == null || apiGroup === '' ? 'v1' : `${apiGroup}/v1`, kind);
    const known = graph.objects.filter(
      (one) => one.key === key || (one.kind === kind && one.group === (apiGroup ?? '')),
    );
    if (known.some((one) => one.name === name && (namespace == null || one.namespace === namespace))) return;
    if (graph.target.has(key, namespace ?? '', name)) return;
    const near = nearest(
      name,
      known.map((one) => one.name),
    );
    // Parameters are often installed with the cluster.
    if (near === undefined) return;
    const field = 'spec.parameters.name';
    yield {
      field,
      message: `there is no ${kind} '${name}'; '${near}' comes near`,
      edits: [{ set: field, value: near }],
    };
  },
});
