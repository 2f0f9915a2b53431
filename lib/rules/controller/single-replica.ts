import { valueAt } from '../../manifests/untyped';
import { deployment, service } from '../example-manifests';
import { defineRule } from '../rule';

const image = 'registry.k8s.io/ingress-nginx/controller:v1.15.1';
const one = (spec: string, ports = 'containerPort: 80'): string =>
  deployment('controller', 'app: controller', { image, spec, ports });
const local = service('app: controller', {
  name: 'controller',
  port: 'port: 80',
  spec: 'type: LoadBalancer\n  externalTrafficPolicy: Local',
});

export const controllerSingleReplica = defineRule({
  id: 'controller/single-replica',
  class: 'risky',
  rating: 'medium',
  on: ['set'],
  summary: 'A controller has more than one copy.',
  why: 'Every host of the class goes with the one node that the one copy is on; with a port of the host an update waits for the port that the old copy holds, and with `externalTrafficPolicy: Local` the load balancer has one node to send to.',
  fix: 'Run a DaemonSet, or two copies and more on different nodes; with ports of the host `maxSurge: 0`.',
  symptoms: ['outage while a node is updated', 'rollout does not proceed', 'no local endpoints'],
  good: [
    { title: 'two copies', manifests: local + one('replicas: 2') },
    {
      title: 'an autoscaler decides',
      manifests:
        one('replicas: 1') +
        `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: controller }
spec: { minReplicas: 2, maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: controller } }
`,
    },
    {
      title: 'a pod on each node',
      manifests: deployment('controller', 'app: controller', { image, kind: 'DaemonSet' }),
    },
  ],
  bad: [
    { title: 'one copy', manifests: one('replicas: 1'), finds: ['spec.replicas'] },
    {
      title: 'one copy, by default, with a port of the host',
      manifests: local + one('', 'containerPort: 80, hostPort: 80'),
      finds: ['spec'],
    },
  ],
  *check(graph) {
    const scaled = new Set(
      graph
        .ofKind('HorizontalPodAutoscaler')
        .map(
          ({ namespace, body }) =>
            `${namespace}\n${body.spec?.scaleTargetRef?.kind ?? ''}\n${body.spec?.scaleTargetRef?.name ?? ''}`,
        ),
    );
    for (const { make, workload, container, services } of graph.controllers) {
      const { object, replicas, perNode, namespace, spec } = workload;
      if (perNode || replicas !== 1 || scaled.has(`${namespace}\n${object.kind}\n${object.name}`)) continue;
      const onHost =
        spec.hostNetwork === true || (container.container.ports ?? []).some((port) => (port?.hostPort ?? 0) > 0);
      const local = services.some(({ body }) => body.spec?.externalTrafficPolicy === 'Local');
      const because = [
        ...(onHost ? ['it holds ports of its node'] : []),
        ...(local ? ['the load balancer sends to its node alone'] : []),
      ];
      const said = valueAt(object.body, 'spec', 'replicas') !== undefined;
      yield {
        object,
        field: said ? 'spec.replicas' : 'spec',
        message: `${make.title} has one copy: every host goes with its node${because.length === 0 ? '' : `; ${because.join(', and ')}`}`,
        ...(said ? { edits: [{ set: 'spec.replicas', value: 2 }] } : {}),
      };
    }
  },
});
