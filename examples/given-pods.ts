import { Chart } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ExposedApp, Exposure } from '../lib';
import { namespaceOf } from './namespace';

/** Ways in to a workload of cdk8s-plus, and to pods that somebody else deploys. */
export class GivenPodsExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'given-pods' });
    namespaceOf(this, 'baseline');

    const workload = new Deployment(this, 'orders', {
      metadata: { name: 'orders' },
      podMetadata: { labels: { app: 'orders' } },
      replicas: 2,
      containers: [
        {
          name: 'orders',
          image: 'registry.example.com/orders:3.1.0',
          portNumber: 8080,
          securityContext: { user: 1000 },
          resources: {},
        },
      ],
    });
    new ExposedApp(this, 'orders-access', {
      name: 'orders',
      workload,
      ports: [{ name: 'http', number: 8080 }],
      exposures: [Exposure.clusterIp({ ports: [{ port: 'http', servicePort: 80 }] }), Exposure.nodePort()],
    });

    new ExposedApp(this, 'search', {
      selector: { app: 'orders' },
      ports: [{ name: 'http', number: 8080 }],
      exposures: [Exposure.headless()],
    });
  }
}
