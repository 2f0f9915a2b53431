import { nearest, quoteList } from '../../kubernetes/wording';
import { defineRule } from '../rule';
import { policy, web } from './example';

export const policyPortName = defineRule({
  id: 'network-policy/port-name',
  class: 'broken',
  on: ['NetworkPolicy'],
  summary: 'A port that a policy names is one of the pods that it selects.',
  why: 'A name that no container has lets nothing in, and what comes is dropped. Names of ports of a Service do not count.',
  fix: 'Name a port of the containers, or its number.',
  symptoms: ['504 from the controller', 'connection timed out'],
  good: [
    { manifests: web + policy('{ ports: [{ port: http }] }') },
    { title: 'pods of another set', manifests: policy('{ ports: [{ port: http }] }') },
  ],
  bad: [{ manifests: web + policy('{ ports: [{ port: web }] }'), finds: ['spec.ingress[0].ports[0].port'] }],
  *check(policy, { graph }) {
    const pods = graph.pods.selectedBy(policy.namespace, policy.body.spec?.podSelector);
    if (pods.length === 0) return;
    const ports = new Map(
      pods.flatMap((workload) => workload.ports.map(({ name, number }) => [name, number] as const)),
    );
    ports.delete('');
    for (const [rule, ingress] of (policy.body.spec?.ingress ?? []).entries()) {
      for (const [index, item] of (ingress?.ports ?? []).entries()) {
        const name = item?.port;
        if (typeof name !== 'string' || name === '' || ports.has(name)) continue;
        const field = `spec.ingress[${rule}].ports[${index}].port`;
        const names = [...ports.keys()];
        const near = nearest(name, names);
        yield {
          field,
          message: `no container of the selected pods has a port named '${name}': they have ${quoteList(names.slice(0, 10))}`,
          edits: near === undefined ? [] : [{ set: field, value: near }],
        };
      }
    }
  },
});
