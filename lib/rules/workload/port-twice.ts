import { deployment } from '../example-manifests';
import type { WorkloadPort } from '../../graph/workload';
import { defineRule } from '../rule';

const beside = (port: string): string =>
  deployment('web', 'app: web', {
    beside: `{ name: side, image: "registry.example.com/side:1.0", ports: [{ ${port} }] }`,
  });

export const portTwice = defineRule({
  id: 'workload/port-twice',
  class: 'broken',
  severity: 'warning',
  on: ['workload'],
  summary: 'No two containers of a pod listen at one port.',
  why: 'The containers of a pod share its address: the second one to listen fails with "address already in use" and restarts for ever. That both listen is told by what they declare.',
  fix: 'Give one of the containers another port, and declare it.',
  symptoms: ['address already in use', 'CrashLoopBackOff', 'bind: failed'],
  good: [
    { manifests: beside('containerPort: 9090') },
    { title: 'TCP and UDP', manifests: beside('containerPort: 8080, protocol: UDP') },
    {
      title: 'an init container that ends before',
      manifests: deployment('web', 'app: web', {
        pod: 'initContainers: [{ name: wait, image: "registry.example.com/wait:1.0", ports: [{ containerPort: 8080 }] }]',
      }),
    },
  ],
  bad: [
    { manifests: beside('containerPort: 8080'), finds: ['spec.template.spec.containers[1].ports[0].containerPort'] },
  ],
  *check({ ports, object }) {
    const listening = new Map<string, WorkloadPort>();
    for (const port of ports) {
      const key = `${port.number}/${port.protocol}`;
      const first = listening.get(key);
      if (first === undefined) listening.set(key, port);
      if (first === undefined || first.container === port.container || port.number === 0) continue;
      yield {
        field: `${port.field}.containerPort`,
        message: `container '${first.container.container.name ?? ''}' of the same pod listens at port ${key} already`,
        related: [{ object, field: `${first.field}.containerPort` }],
      };
    }
  },
});
