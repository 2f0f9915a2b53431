import { numberOf, valueAt } from '../../manifests/untyped';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';
import { autoscaler, webTarget } from './example';
import { scaleTargetOf } from './targets';

export const fixedReplicas = defineRule({
  id: 'autoscaling/fixed-replicas',
  class: 'broken',
  severity: 'warning',
  on: ['HorizontalPodAutoscaler'],
  summary: 'A workload that is scaled by load does not say how many pods it has.',
  why: 'Each time the manifest is applied the number of pods falls back to `replicas`, under full load too, until the autoscaler raises it again.',
  fix: 'Leave `replicas` out of the manifest; at the first time see the documentation, so that the pods do not fall to one.',
  symptoms: ['the number of pods jumps with every deployment', 'OutOfSync on spec.replicas'],
  references: [
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
  ],
  good: [{ manifests: autoscaler('web', webTarget) + deployment('web', 'app: web') }],
  bad: [
    {
      manifests: autoscaler('web', webTarget) + deployment('web', 'app: web', { spec: 'replicas: 3' }),
      finds: ['spec.replicas'],
    },
    {
      title: 'zero, by which the autoscaler is switched off',
      manifests: autoscaler('web', webTarget) + deployment('web', 'app: web', { spec: 'replicas: 0' }),
      finds: ['spec.replicas'],
    },
  ],
  *check(autoscaler, { graph }) {
    const { object } = scaleTargetOf(autoscaler, graph);
    const replicas = numberOf(valueAt(object?.body, 'spec', 'replicas'));
    if (object === undefined || replicas === undefined) return;
    const { minReplicas, maxReplicas } = autoscaler.body.spec ?? {};
    yield {
      object,
      field: 'spec.replicas',
      message:
        replicas === 0
          ? `replicas 0 switches the autoscaler '${autoscaler.name}' off: there are no pods at all`
          : `replicas ${replicas} is set anew with each apply, and the autoscaler '${autoscaler.name}' keeps ${minReplicas ?? 1} to ${maxReplicas ?? 1}`,
      severity: replicas === 0 ? 'error' : 'warning',
      related: [{ object: autoscaler, field: 'spec.scaleTargetRef' }],
      edits: [{ remove: 'spec.replicas' }],
    };
  },
});
