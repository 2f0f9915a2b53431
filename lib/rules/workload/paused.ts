import { podsOfKind } from '../../graph/subjects';
import { valueAt } from '../../manifests/untyped';
import { deployment, service } from '../example-manifests';
import { defineRule } from '../rule';

export const workloadPaused = defineRule({
  id: 'workload/paused',
  class: 'broken',
  severity: 'warning',
  on: ['workload'],
  among: podsOfKind('apps Deployment'),
  summary: 'A Deployment is not paused.',
  why: 'The controller makes no ReplicaSet for a paused Deployment: one that is new has no pods at all, one that is there keeps the old ones, and what is delivered never runs. `kubectl rollout status` waits for ever.',
  fix: 'Leave `paused` out; a rollout is stopped for a while by `kubectl rollout pause`.',
  symptoms: ['Waiting for deployment rollout to finish', 'DeploymentPaused', 'Suspended', '503 from the controller'],
  references: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pausing-and-resuming-a-deployment',
  ],
  good: [
    { manifests: service('app: web') + deployment('web', 'app: web') },
    { title: 'said to be running', manifests: deployment('web', 'app: web', { spec: 'paused: false' }) },
  ],
  bad: [{ manifests: deployment('web', 'app: web', { spec: 'paused: true' }), finds: ['spec.paused'] }],
  *check({ object: { body } }) {
    if (valueAt(body, 'spec', 'paused') !== true) return;
    yield {
      field: 'spec.paused',
      message: 'the Deployment is paused: no pods are made from what is delivered',
      edits: [{ remove: 'spec.paused' }],
    };
  },
});
