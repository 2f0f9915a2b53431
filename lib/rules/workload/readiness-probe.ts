import { deployment, service } from '../example-manifests';
import { defineRule } from '../rule';

const open = service('app: web', { spec: 'type: LoadBalancer' });

export const readinessProbe = defineRule({
  id: 'workload/readiness-probe',
  class: 'risky',
  rating: 'low',
  on: ['workload'],
  summary: 'A container that is reached from outside tells when it is ready.',
  why: 'Without a readiness probe a pod gets requests as soon as its process is started, and keeps them when it hangs: clients see 502 with each update.',
  fix: 'Add a readinessProbe that asks what the application needs to answer.',
  symptoms: ['502 during updates', 'connection refused right after a deployment'],
  references: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
  good: [
    { manifests: open + deployment('web', 'app: web', { container: 'readinessProbe: { tcpSocket: { port: 8080 } }' }) },
    { title: 'reached from inside', manifests: service('app: web') + deployment('web', 'app: web') },
  ],
  bad: [
    { manifests: open + deployment('web', 'app: web'), finds: ['spec.template.spec.containers[0].readinessProbe'] },
  ],
  *check(workload, { graph }) {
    const seen = new Set<string>();
    for (const { object, field, reaches } of graph.waysIn.to(workload)) {
      for (const reached of reaches) {
        const container = reached.workload === workload ? reached.declared?.container : undefined;
        if (container === undefined || seen.has(container.field) || container.container.readinessProbe != null)
          continue;
        seen.add(container.field);
        yield {
          field: `${container.field}.readinessProbe`,
          message: `container '${container.container.name ?? ''}' is reached from outside and does not tell when it is ready`,
          related: [{ object, field }],
        };
      }
    }
  },
});
