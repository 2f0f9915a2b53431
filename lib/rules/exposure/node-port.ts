import { defineRule } from '../rule';
import { deployment, service } from './manifests.examples';

export const nodePort = defineRule({
  id: 'exposure/node-port',
  class: 'risky',
  rating: 'medium',
  on: ['Service'],
  summary: 'Applications are not reached by ports of the nodes.',
  why: 'A node port is open on every node to whoever reaches one, without TLS or names, and with externalTrafficPolicy Cluster the pods see the address of a node, so that no NetworkPolicy can tell clients apart.',
  fix: 'Put an Ingress or a Gateway before a ClusterIP Service, or use a LoadBalancer with source ranges; where a load balancer of your own needs the port, guard the nodes and waive this finding.',
  symptoms: ['reachable on every node', 'the client address is that of a node'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport'],
  good: [
    { manifests: deployment() + service('type: ClusterIP') },
    { title: 'a load balancer, which other rules are about', manifests: deployment() + service('type: LoadBalancer') },
  ],
  bad: [
    { manifests: deployment() + service('type: NodePort'), finds: ['spec.type'] },
    {
      title: 'several ports',
      manifests:
        deployment() +
        service('type: NodePort', { ports: '[{ name: a, port: 80, nodePort: 30080 }, { name: b, port: 443 }]' }),
      finds: ['spec.type'],
    },
  ],
  *check({ body }) {
    const { type, ports, externalTrafficPolicy } = body.spec ?? {};
    if (type !== 'NodePort') return;
    const numbers = (ports ?? []).map((port) =>
      (port?.nodePort ?? 0) === 0 ? 'one that the cluster picks' : port?.nodePort,
    );
    const lost = externalTrafficPolicy === 'Local' ? '' : ', and the pods do not see who the client is';
    yield {
      field: 'spec.type',
      message: `every node opens a port for the Service (${numbers.join(', ')})${lost}`,
    };
  },
});
