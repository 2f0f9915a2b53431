import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExposedApp, Exposure } from '../lib';
import { nginx, web } from './applications';
import { namespaceOf } from './namespace';

/**
 * Addresses inside the cluster: `my-nginx.cluster-ip.svc.cluster.local`. The other application is told where, and need not know the port.
 *
 * The article wrote `selector` beside `spec`, which an API server refuses; here it is derived, and always selects the pods.
 */
export class ClusterIpExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'cluster-ip' });
    namespaceOf(this, 'restricted');

    const backend = new ExposedApp(this, 'my-nginx', { ...nginx, exposures: [Exposure.clusterIp()] });

    new ExposedApp(this, 'client', {
      ...web,
      ports: [{ name: 'http', number: 8080 }],
      env: { BACKEND_URL: backend.url('http') },
      exposures: [Exposure.clusterIp({ ports: [{ port: 'http', servicePort: 80 }] })],
    });
  }
}
