import type { Graph } from '../../graph/graph';
import { oncePerGraph } from '../../graph/once';
import { nameOf, type SetObject } from '../../graph/set-object';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { deployment, service } from '../example-manifests';
import { defineRule } from '../rule';

const stopped = service('app: web') + deployment('web', 'app: web', { spec: 'replicas: 0' });
const scaler = (kind: string, spec: string, apiVersion: string): string =>
  `\n---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: web }\nspec: ${spec}\n`;

export const noPods = defineRule({
  id: 'workload/no-pods',
  class: 'broken',
  severity: 'warning',
  on: ['workload'],
  among: ({ pods }) => pods.all.filter(({ replicas }) => replicas === 0),
  summary: 'What a Service leads to has pods.',
  why: 'With `replicas: 0` nothing runs, and an autoscaler leaves it so: the Service has no endpoints, connections are refused and a controller answers 503. It may be meant.',
  fix: 'Set `replicas` to one or more, or leave the field to the autoscaler.',
  symptoms: ['503 from the controller', 'no endpoints available', 'ScalingDisabled'],
  good: [
    { manifests: service('app: web') + deployment('web', 'app: web') },
    { title: 'nobody leads to it', manifests: deployment('web', 'app: web', { spec: 'replicas: 0' }) },
    {
      title: 'scaled from zero by KEDA',
      manifests: stopped + scaler('ScaledObject', '{ scaleTargetRef: { name: web } }', 'keda.sh/v1alpha1'),
    },
    {
      title: 'a template for Argo Rollouts',
      manifests:
        stopped +
        scaler(
          'Rollout',
          '{ workloadRef: { apiVersion: apps/v1, kind: Deployment, name: web } }',
          'argoproj.io/v1alpha1',
        ),
    },
    {
      title: 'beside one that runs, as blue is beside green',
      manifests: stopped + deployment('web-green', 'app: web, slot: green', { selector: 'app: web, slot: green' }),
    },
  ],
  bad: [{ manifests: stopped, finds: ['spec.replicas'] }],
  *check(workload, { graph }) {
    const { object, replicas } = workload;
    if (replicas !== 0 || workload.ends || startedByOthers(graph).has(keyOf(object.namespace, object.name))) return;
    const led = graph.servicesOf(workload).find((service) => graph.podsOf(service).every((one) => one.replicas === 0));
    if (led === undefined) return;
    yield {
      field: 'spec.replicas',
      message: `0 pods are kept, and ${nameOf(led)} leads to no others`,
      related: [{ object: led, field: 'spec.selector' }],
    };
  },
});

/** What operators start: those that an object of another group names under the usual fields. */
const startedByOthers = oncePerGraph((graph: Graph): ReadonlySet<string> => {
  const custom = graph.objects.filter(({ group }) => group.includes('.') && !group.endsWith('.k8s.io'));
  return new Set(custom.flatMap((object) => namesIn(object).map((name) => keyOf(object.namespace, name))));
});

function namesIn({ body }: SetObject): readonly string[] {
  const references = ['scaleTargetRef', 'workloadRef', 'targetRef'].map((field) => valueAt(body, 'spec', field));
  const all = [...references, ...itemsOf(valueAt(body, 'spec', 'targetRefs'))];
  return all.map((reference) => textOf(valueAt(reference, 'name'))).filter((name) => name !== '');
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}\n${name}`;
}
