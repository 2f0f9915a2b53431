import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExposedApp, Exposure } from '../lib';
import { web } from './applications';
import { namespaceOf } from './namespace';

/**
 * Applications that are reached by the ways in that they ask for, and by no other: each has a NetworkPolicy that follows from its exposures.
 */
export class IsolationExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'isolation' });
    namespaceOf(this, 'restricted');

    // Where clients keep their address, the policy holds the same ranges as the load balancer.
    new ExposedApp(this, 'shop', {
      ...web,
      ports: [
        { name: 'http', number: 8080 },
        { name: 'metrics', number: 9090 },
      ],
      exposures: [
        Exposure.loadBalancer({
          ports: [{ port: 'http', servicePort: 80 }],
          sourceRanges: ['192.0.2.0/24'],
          preserveClientIp: true,
        }),
      ],
      isolate: true,
    });

    // Reached by the shop, and by nobody else in the cluster.
    new ExposedApp(this, 'orders', {
      ...web,
      ports: [{ name: 'http', number: 8080 }],
      exposures: [Exposure.clusterIp()],
      isolate: { clients: [{ pods: { 'app.kubernetes.io/name': 'shop' } }] },
    });

    // Behind a controller that somebody else runs: its pods are named.
    new ExposedApp(this, 'blog', {
      ...web,
      ports: [{ name: 'http', number: 8080 }],
      exposures: [
        Exposure.ingress({ className: 'traefik', host: 'blog.example.com', tls: { clusterIssuer: 'letsencrypt' } }),
      ],
      isolate: { controller: { namespace: 'traefik', pods: { 'app.kubernetes.io/name': 'traefik' } } },
    });
  }
}
