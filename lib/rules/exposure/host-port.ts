import { isLoopback } from '../../kubernetes/address-ranges';
import { numberOf, textOf, valueAt } from '../../manifests/untyped';
import { defineRule } from '../rule';
import { deployment, service } from './manifests.examples';

const finds = ['spec.template.spec.containers[0].ports[0].hostPort'];

export const hostPort = defineRule({
  id: 'exposure/host-port',
  class: 'risky',
  rating: 'medium',
  on: ['workload'],
  summary: 'A container takes no port of its node.',
  why: 'The port is open on every address of the node, whether NetworkPolicies hold for it depends on the network plugin, and a node has it once: one pod a node, and updates wait for it. Pod Security "baseline" refuses it.',
  fix: 'Expose the port by a Service; where a port of the node is needed, set hostIP to the one address that clients use, and run one pod a node (DaemonSet).',
  symptoms: ["0/3 nodes are available: node(s) didn't have free ports", 'violates PodSecurity "baseline": hostPort'],
  references: ['https://kubernetes.io/docs/concepts/configuration/overview/#services'],
  good: [
    { manifests: deployment() + service('type: ClusterIP') },
    {
      title: 'for the node itself alone',
      manifests: deployment({ ports: '[{ containerPort: 8080, hostPort: 8080, hostIP: 127.0.0.1 }]' }),
    },
    {
      title: 'on the network of the node, which another rule is about',
      manifests: deployment({ pod: 'hostNetwork: true', ports: '[{ containerPort: 80, hostPort: 80 }]' }),
    },
  ],
  bad: [
    { manifests: deployment({ ports: '[{ containerPort: 80, hostPort: 8088 }]' }), finds },
    {
      title: 'on one address',
      manifests: deployment({ ports: '[{ containerPort: 80, hostPort: 80, hostIP: 10.0.0.4 }]' }),
      finds,
    },
  ],
  *check({ spec, ports }) {
    if (spec.hostNetwork === true) return;
    for (const { port, field, number, protocol } of ports) {
      const host = numberOf(valueAt(port, 'hostPort')) ?? 0;
      const address = textOf(valueAt(port, 'hostIP'));
      if (host === 0 || isLoopback(address)) continue;
      const where =
        address === '' || address === '0.0.0.0' || address === '::' ? 'every address' : `the address ${address}`;
      yield {
        field: `${field}.hostPort`,
        message: `port ${host}/${protocol} on ${where} of the node leads to port ${number} of the pod`,
      };
    }
  },
});
