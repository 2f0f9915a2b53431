import { hasNodePorts } from '../../graph/ways-in/service-ways';
import { service } from '../exposure/manifests.examples';
import { defineRule } from '../rule';
import { allowedIn } from './by-namespace';

const parameters = { nodePortBands: { shop: [[30000, 30009] as const, [30050, 30059] as const] } };
const pinned = (nodePort: string, type = 'NodePort'): string =>
  service(`type: ${type}`, {
    namespace: 'shop',
    ports: `[{ port: 80${nodePort === '' ? '' : `, nodePort: ${nodePort}`} }]`,
  });

export const policyNodePortBands = defineRule({
  id: 'policy/node-port-bands',
  class: 'risky',
  rating: 'high',
  on: ['Service'],
  among: (graph, { nodePortBands }) => (nodePortBands === undefined ? [] : graph.ofKind('Service')),
  summary: 'A namespace takes node ports of its own band.',
  why: 'Node ports belong to the whole cluster: two teams that take the same one exclude each other, and firewalls are written by bands.',
  fix: 'Fix a node port of the band, or have the policy widen it (parameters.nodePortBands).',
  symptoms: ['provided port is already allocated'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport'],
  good: [
    { manifests: pinned('30050'), parameters },
    { title: 'the one that a load balancer is given', manifests: pinned('', 'LoadBalancer'), parameters },
    { title: 'no policy', manifests: pinned('31000') },
  ],
  bad: [
    { manifests: pinned('30010'), parameters, finds: ['spec.ports[0].nodePort'] },
    {
      title: 'of a load balancer',
      manifests: pinned('31000', 'LoadBalancer'),
      parameters,
      finds: ['spec.ports[0].nodePort'],
    },
    { title: 'one that the cluster picks anywhere', manifests: pinned(''), parameters, finds: ['spec.ports[0]'] },
  ],
  *check(service, { parameters: { nodePortBands } }) {
    const bands = allowedIn(nodePortBands, service.namespace);
    if (bands === undefined || !hasNodePorts(service)) return;
    const allowed = bands.map(([first, last]) => `${first} to ${last}`).join(', ') || 'none';
    const rest = `the policy allows namespace '${service.namespace}' ${allowed}`;
    for (const [index, port] of (service.body.spec?.ports ?? []).entries()) {
      const number = port?.nodePort ?? 0;
      const field = `spec.ports[${index}]`;
      if (number !== 0 && !bands.some(([first, last]) => number >= first && number <= last)) {
        yield { field: `${field}.nodePort`, message: `the node port ${number} is taken; ${rest}` };
      } else if (number === 0 && service.body.spec?.type === 'NodePort') {
        yield { field, message: `the cluster picks the node port from its whole range; ${rest}` };
      }
    }
  },
});
