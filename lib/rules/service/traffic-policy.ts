import { nameOf, type SetObject } from '../../graph/set-object';
import type { Workload } from '../../graph/workload';
import type { Service } from '../../kubernetes/api';
import { deployment, service } from '../example-manifests';
import { defineRule, type Problem } from '../rule';

const local = (type: string): string => service('app: web', { spec: `type: ${type}\n  externalTrafficPolicy: Local` });
const inside = service('app: web', { spec: 'internalTrafficPolicy: Local' });
const web = (spec = ''): string => deployment('web', 'app: web', { spec });
const daemonSet = deployment('web', 'app: web', { kind: 'DaemonSet' });

export const trafficPolicy = defineRule({
  id: 'service/traffic-policy',
  class: 'broken',
  severity: 'warning',
  on: ['Service'],
  summary: 'Where a Service leads to pods of the own node alone, each node that is asked has one.',
  why: 'With the policy Local a node without a pod drops what comes to its node port, and a pod on a node without one cannot reach the Service at all. Load balancers ask the nodes and leave such ones out; people and fixed lists of nodes do not.',
  fix: 'Run the pods as a DaemonSet, or use the policy Cluster; for a load balancer keep more than one pod.',
  symptoms: ['connection timed out on some nodes', 'has no local endpoints', 'connection refused from some pods'],
  references: ['https://kubernetes.io/docs/reference/networking/virtual-ips/#external-traffic-policy'],
  good: [
    { title: 'a pod on each node', manifests: local('NodePort') + daemonSet },
    { title: 'a load balancer, which asks the nodes', manifests: local('LoadBalancer') + web('replicas: 3') },
    { title: 'inside, a pod on each node', manifests: inside + daemonSet },
    { title: 'the policy Cluster', manifests: service('app: web', { spec: 'type: NodePort' }) + web() },
  ],
  bad: [
    {
      title: 'a node port, and pods on some nodes',
      manifests: local('NodePort') + web('replicas: 2'),
      finds: ['spec.externalTrafficPolicy'],
    },
    {
      title: 'a load balancer with one pod',
      manifests: local('LoadBalancer') + web(),
      finds: ['spec.externalTrafficPolicy'],
    },
    {
      title: 'inside, and pods on some nodes',
      manifests: inside + web('replicas: 2'),
      finds: ['spec.internalTrafficPolicy'],
    },
  ],
  *check(service, { graph }) {
    const pods = graph.podsOf(service).filter(({ ends }) => !ends);
    const some = pods.find(({ perNode }) => !perNode);
    // One on each node is enough, whatever else is selected.
    if (some === undefined || pods.some(({ perNode }) => perNode)) return;
    const { internalTrafficPolicy, externalTrafficPolicy } = service.body.spec ?? {};
    if (externalTrafficPolicy === 'Local') yield* outside(service, some);
    if (internalTrafficPolicy === 'Local') {
      yield {
        field: 'spec.internalTrafficPolicy',
        message: `pods on nodes without a pod of ${nameOf(some.object)} cannot reach the Service: it is no DaemonSet`,
        related: [{ object: some.object, field: 'kind' }],
        edits: [{ set: 'spec.internalTrafficPolicy', value: 'Cluster' }],
      };
    }
  },
});

function* outside({ body }: SetObject<Service>, { object, replicas }: Workload): Generator<Problem> {
  const { type } = body.spec ?? {};
  const field = 'spec.externalTrafficPolicy';
  const related = [{ object, field: 'spec.replicas' }];
  if (type === 'NodePort') {
    const message = `nodes without a pod of ${nameOf(object)} drop what comes to their node port: it is no DaemonSet`;
    yield { field, message, related };
  }
  if (type === 'LoadBalancer' && replicas === 1) {
    const message = `one pod of ${nameOf(object)} means one node behind the load balancer: nothing answers while the pod moves`;
    yield { field, message, related, severity: 'note' };
  }
}
