import { annotationKeys } from '../../graph/annotation-keys';
import type { SetObject } from '../../graph/set-object';
import { nearest, quoteList } from '../../kubernetes/wording';
import { textOf, valueAt } from '../../manifests/untyped';
import {
  isLoadBalancerAnnotation,
  meantLoadBalancerAnnotation,
  wrongLoadBalancerValue,
} from '../../target/load-balancer-annotations';
import { service } from '../example-manifests';
import { ingress } from '../ingress-example';
import { defineRule, type Problem } from '../rule';

const aws = 'service.beta.kubernetes.io/aws-load-balancer-';
const azure = 'service.beta.kubernetes.io/azure-load-balancer-';
const field = (key: string): string => `metadata.annotations[${key}]`;
const balanced = (annotations: string, type = 'LoadBalancer'): string =>
  service('app: web', { annotations, spec: `type: ${type}` });

export const loadBalancerAnnotation = defineRule({
  id: 'service/load-balancer-annotation',
  class: 'broken',
  on: ['set'],
  summary:
    'An annotation for the load balancer of a provider is spelt as the provider reads it, and is on a Service of type LoadBalancer.',
  why: 'Providers pass over annotations that they do not know, and read them from Services of type LoadBalancer alone: the load balancer comes up as if nothing had been asked, open to the internet where it was to be internal.',
  fix: 'Write the key and the value as the manual of the provider has them, on the Service of type LoadBalancer.',
  symptoms: ['annotation has no effect', 'internal load balancer has a public address', 'pending'],
  references: ['https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/'],
  good: [
    { manifests: balanced(`${aws}scheme: internal, ${aws}nlb-target-type: ip`) },
    { title: 'a key that only newer versions may know', manifests: balanced(`${aws}brand-new-switch: "true"`) },
    {
      title: 'one for the groups of pods of an Ingress',
      manifests: service('app: web', { annotations: `cloud.google.com/neg: '{"ingress": true}'` }),
    },
  ],
  bad: [
    {
      title: 'a letter too few',
      manifests: balanced(`${aws}nlb-target-typ: ip`),
      finds: [field(`${aws}nlb-target-typ`)],
    },
    {
      title: 'behind another domain',
      manifests: balanced('service.kubernetes.io/aws-load-balancer-scheme: internal'),
      finds: [field('service.kubernetes.io/aws-load-balancer-scheme')],
    },
    {
      title: 'words that stand together',
      manifests: balanced('service.beta.kubernetes.io/azure-loadbalancer-internal: "true"'),
      finds: [field('service.beta.kubernetes.io/azure-loadbalancer-internal')],
    },
    {
      title: 'a value that is none',
      manifests: balanced(`${azure}internal: "yes"`),
      finds: [field(`${azure}internal`)],
    },
    {
      title: 'on a Service without a load balancer',
      manifests: balanced(`${aws}scheme: internal`, 'NodePort'),
      finds: [field(`${aws}scheme`)],
    },
    {
      title: 'on an Ingress',
      manifests: ingress({ annotations: [`${azure}internal: "true"`] }),
      finds: [field(`${azure}internal`)],
    },
  ],
  *check(graph) {
    for (const { key, objects } of annotationKeys(graph)) {
      const meant = meantLoadBalancerAnnotation(key);
      const isKnown = meant === undefined && isLoadBalancerAnnotation(key);
      for (const object of meant !== undefined || isKnown ? objects : []) {
        const problems = meant === undefined ? problemsOf(object, key) : [misspelt(key, meant)];
        for (const problem of problems) yield { ...problem, object };
      }
    }
  },
});

function misspelt(key: string, meant: string): Problem {
  const field = `metadata.annotations[${key}]`;
  return { field, message: `no provider reads '${key}'; '${meant}' is one`, edits: [{ rename: field, to: meant }] };
}

function* problemsOf(object: SetObject<object>, key: string): Generator<Problem> {
  yield* misplaced(object, key);
  yield* misvalued(key, textOf(object.annotations[key]));
}

function* misplaced({ kind, body }: SetObject<object>, key: string): Generator<Problem> {
  const type = textOf(valueAt(body, 'spec', 'type')) || 'ClusterIP';
  if (kind === 'Service' && type === 'LoadBalancer') return;
  const field = `metadata.annotations[${key}]`;
  if (kind === 'Service') {
    const message = `'${key}' is read from a Service of type LoadBalancer, and the type of this one is ${type}`;
    // It may be there for the day when the type is changed.
    yield { field, message, severity: 'warning' };
  } else {
    yield {
      field,
      message: `'${key}' is read from the Service of a load balancer, that of the controller here, and not from ${kind}`,
    };
  }
}

function* misvalued(key: string, value: string): Generator<Problem> {
  const wrong = value === '' ? undefined : wrongLoadBalancerValue(key, value);
  if (wrong === undefined) return;
  const field = `metadata.annotations[${key}]`;
  const near = nearest(value, wrong.allowed);
  yield {
    field,
    message: `'${value}' means nothing to ${wrong.provider} for '${key}': it takes ${quoteList(wrong.allowed)}`,
    edits: near === undefined ? [] : [{ set: field, value: near }],
  };
}
