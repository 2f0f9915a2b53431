import { nearest } from '../../kubernetes/wording';
import { deployment } from '../example-manifests';
import { namesOneNamespace } from '../route/one-namespace';
import { defineRule } from '../rule';
import { autoscaler, webTarget } from './example';
import { scaleTargetOf } from './targets';

export const autoscalerTarget = defineRule({
  id: 'autoscaling/target',
  class: 'broken',
  on: ['HorizontalPodAutoscaler'],
  summary: 'What a HorizontalPodAutoscaler scales is there.',
  why: 'It reports FailedGetScale and scales nothing: the pods stay as many as they are under any load.',
  fix: 'Name the kind, the API version and the name of the Deployment or StatefulSet in the same namespace.',
  symptoms: ['FailedGetScale', 'the HPA could not scale', '<unknown> under TARGETS'],
  references: ['https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/'],
  good: [
    { manifests: autoscaler('web', webTarget) + deployment('web', 'app: web') },
    {
      title: 'a kind of somebody else, which may be made at run time',
      manifests: autoscaler('web', 'apiVersion: example.com/v1, kind: Shop, name: web'),
    },
  ],
  bad: [
    {
      title: 'spelt otherwise',
      manifests: autoscaler('web', webTarget) + deployment('webb', 'app: web'),
      finds: ['spec.scaleTargetRef.name'],
    },
    {
      title: 'another kind',
      manifests: autoscaler('web', webTarget) + deployment('web', 'app: web', { kind: 'StatefulSet' }),
      finds: ['spec.scaleTargetRef.kind'],
    },
    { title: 'not in the set', manifests: autoscaler('web', webTarget), finds: ['spec.scaleTargetRef.name'] },
    {
      title: 'a group that the kind is not of',
      manifests:
        autoscaler('web', 'apiVersion: extensions/v1beta1, kind: Deployment, name: web') +
        deployment('web', 'app: web'),
      finds: ['spec.scaleTargetRef.apiVersion'],
    },
    {
      title: 'a DaemonSet, which has no number of pods',
      manifests:
        autoscaler('web', webTarget.replace('Deployment', 'DaemonSet')) +
        deployment('web', 'app: web', { kind: 'DaemonSet' }),
      finds: ['spec.scaleTargetRef.kind'],
    },
  ],
  *check(autoscaler, { graph }) {
    const { key, kind, name, object } = scaleTargetOf(autoscaler, graph);
    const { namespace } = autoscaler;
    if (key === 'apps DaemonSet') {
      yield { field: 'spec.scaleTargetRef.kind', message: 'a DaemonSet has one pod on each node and cannot be scaled' };
      return;
    }
    if (object !== undefined || name === '' || graph.target.has(key, namespace, name)) return;
    if (graph.named(key, name).length > 0 && namesOneNamespace(graph)) return;
    const group = kinds[kind];
    if (group === undefined) return;
    if (key !== `${group} ${kind}`) {
      const value = `${group}/v1`;
      const message = `a ${kind} is of '${value}', not of '${autoscaler.body.spec?.scaleTargetRef?.apiVersion ?? ''}'`;
      const field = 'spec.scaleTargetRef.apiVersion';
      yield { field, message, edits: [{ set: field, value }] };
      return;
    }
    const other = scalable.find((one) => one !== kind && graph.find(`apps ${one}`, namespace, name) !== undefined);
    if (other !== undefined) {
      const field = 'spec.scaleTargetRef.kind';
      yield { field, message: `'${name}' is a ${other}, not a ${kind}`, edits: [{ set: field, value: other }] };
      return;
    }
    const near = nearest(name, graph.names(key, namespace));
    yield {
      field: 'spec.scaleTargetRef.name',
      message: `namespace '${namespace}' has no ${kind} '${name}'${near === undefined ? '' : `; '${near}' is the nearest`}`,
      // Without a near name it may be in another set.
      severity: near === undefined ? 'warning' : 'error',
      edits: near === undefined ? [] : [{ set: 'spec.scaleTargetRef.name', value: near }],
    };
  },
});

const scalable = ['Deployment', 'StatefulSet', 'ReplicaSet'] as const;

/** The kinds that have a number of pods, and their group. */
const kinds: Readonly<Record<string, string | undefined>> = {
  Deployment: 'apps',
  StatefulSet: 'apps',
  ReplicaSet: 'apps',
};
