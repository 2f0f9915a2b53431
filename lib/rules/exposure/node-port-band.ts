import { defineRule } from '../rule';
import { deployment, service } from './manifests.examples';

const pinned = (nodePort: number): string =>
  deployment() + service('type: NodePort', { ports: `[{ port: 80, targetPort: 8080, nodePort: ${nodePort} }]` });

export const nodePortBand = defineRule({
  id: 'exposure/node-port-band',
  class: 'risky',
  rating: 'low',
  on: ['Service'],
  summary: 'A fixed node port lies in the band that the cluster does not pick from.',
  why: 'The cluster gives Services without a fixed node port one of the upper part of its range first: one that was given away already refuses the Service that asks for it by number.',
  fix: 'Fix node ports in the lower band of the range, or leave the number out.',
  symptoms: ['provided port is already allocated'],
  references: [
    'https://kubernetes.io/blog/2023/05/11/nodeport-dynamic-and-static-allocation/',
    'https://github.com/kubernetes/enhancements/issues/3668',
  ],
  good: [
    { manifests: pinned(30085) },
    { title: 'none fixed', manifests: deployment() + service('type: NodePort') },
    { title: 'a small range has no band', manifests: pinned(30010), target: { nodePortRange: [30000, 30015] } },
    { title: 'the band of another range', manifests: pinned(20100), target: { nodePortRange: [20000, 29999] } },
  ],
  bad: [
    { manifests: pinned(30086), finds: ['spec.ports[0].nodePort'] },
    {
      title: 'of a load balancer',
      manifests:
        deployment() + service('type: LoadBalancer', { ports: '[{ port: 80, targetPort: 8080, nodePort: 31000 }]' }),
      finds: ['spec.ports[0].nodePort'],
    },
  ],
  *check({ body }, { graph }) {
    const { type, ports } = body.spec ?? {};
    if (type !== 'NodePort' && type !== 'LoadBalancer') return;
    const [first, last] = graph.target.nodePortRange;
    const size = bandSize(last - first + 1);
    if (size === 0) return;
    for (const [index, port] of (ports ?? []).entries()) {
      const number = port?.nodePort ?? 0;
      if (number < first + size || number > last) continue;
      yield {
        field: `spec.ports[${index}].nodePort`,
        message: `${number} is among the ports that the cluster picks from itself; fixed ones are safe from ${first} to ${first + size - 1}`,
      };
    }
  },
});

/** k8s.io/kubernetes pkg/registry/core/service/portallocator, calculateRangeOffset: none in ranges of 16 ports and fewer. */
function bandSize(range: number): number {
  if (range <= 16) return 0;
  return Math.min(Math.max(16, Math.floor(range / 32)), 128);
}
