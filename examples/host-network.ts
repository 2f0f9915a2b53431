import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExposedApp, Exposure } from '../lib';
import { influxdb, nginx } from './applications';
import { namespaceOf } from './namespace';
import { waiverOf } from './waivers';

/**
 * Ports of the node itself: `http://<node>:80`, `http://<node>:8086/ping`.
 *
 * Use it where a given application must own a given port of a given node. The address moves with the pod, so one application is pinned to
 * a node and the agent runs on every node.
 */
export class HostNetworkExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'host-network' });
    namespaceOf(this, 'privileged');

    // Port 80 of a node is for root: the relaxations say what that takes.
    new ExposedApp(this, 'nginx-hostnetwork', {
      ...nginx,
      runAsUser: 0,
      runAsRoot: true,
      addCapabilities: ['NET_BIND_SERVICE', 'CHOWN', 'SETGID', 'SETUID'],
      nodeSelector: { 'kubernetes.io/os': 'linux' },
      exposures: [Exposure.hostNetwork().waive(waiverOf('exposure/host-network', 'port 80 of this node is its own'))],
    });

    new ExposedApp(this, 'influxdb', {
      ...influxdb,
      exposures: [
        Exposure.hostNetwork().waive(waiverOf('exposure/host-network', 'sensors know the node by its address')),
      ],
    });

    // An agent that looks after the network of each node.
    new ExposedApp(this, 'network-agent', {
      image: 'registry.example.com/network-agent:2.3.0',
      ports: [{ name: 'health', number: 9099 }],
      runAsUser: 0,
      runAsRoot: true,
      addCapabilities: ['NET_ADMIN'],
      perNode: true,
      tolerations: [{ operator: 'Exists' }],
      probes: { readiness: { http: { path: '/ready', port: 'health' } } },
      exposures: [
        Exposure.hostNetwork().waive(waiverOf('exposure/host-network', 'it looks after the network of the node')),
      ],
    });
  }
}
