import { autoscaler, webTarget } from '../autoscaling/example';
import { scaleTargetOf } from '../autoscaling/targets';
import { deployment, service } from '../example-manifests';
import { defineRule } from '../rule';

const open = service('app: web', { spec: 'type: LoadBalancer' });

export const singleReplica = defineRule({
  id: 'workload/single-replica',
  class: 'risky',
  rating: 'low',
  on: ['set'],
  summary: 'Pods that are reached from outside are more than one.',
  why: 'One pod is a single point of failure: while it is moved, updated or restarted nobody answers.',
  fix: 'Set `replicas` to two or more, or add an autoscaler with at least two.',
  symptoms: ['short outages during updates', '503 while a node is drained'],
  good: [
    { manifests: open + deployment('web', 'app: web', { spec: 'replicas: 2' }) },
    { title: 'scaled by load', manifests: open + deployment('web', 'app: web') + autoscaler('web', webTarget) },
    { title: 'one on each node', manifests: open + deployment('web', 'app: web', { kind: 'DaemonSet' }) },
    { title: 'reached from inside', manifests: service('app: web') + deployment('web', 'app: web') },
  ],
  bad: [
    {
      title: 'one',
      manifests: open + deployment('web', 'app: web', { spec: 'replicas: 1' }),
      finds: ['spec.replicas'],
    },
    { title: 'nothing said', manifests: open + deployment('web', 'app: web'), finds: ['spec.replicas'] },
  ],
  *check(graph) {
    const scaled = new Set(graph.ofKind('HorizontalPodAutoscaler').map((one) => scaleTargetOf(one, graph).object));
    for (const workload of graph.pods.all) {
      const { object, replicas, ends } = workload;
      const [way] = graph.waysIn.to(workload);
      if (replicas !== 1 || ends || object.key === ' Pod' || way === undefined || scaled.has(object)) continue;
      yield {
        object,
        field: 'spec.replicas',
        message: 'one pod answers all requests from outside',
        related: [{ object: way.object, field: way.field }],
        edits: [{ set: 'spec.replicas', value: 2 }],
      };
    }
  },
});
