import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExposedApp, Exposure } from '../lib';
import { influxdb, nginx, web } from './applications';
import { namespaceOf } from './namespace';
import { waiverOf } from './waivers';

/** A load balancer for each application: `http://<its address>`. Each one is an address that a provider charges for. */
export class LoadBalancerExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'load-balancer' });
    namespaceOf(this, 'restricted');

    new ExposedApp(this, 'my-nginx', {
      ...nginx,
      exposures: [Exposure.loadBalancer().waive(waiverOf('exposure/load-balancer-open', 'the site is for everybody'))],
    });

    new ExposedApp(this, 'influxdb', {
      ...influxdb,
      exposures: [Exposure.loadBalancer({ sourceRanges: ['192.0.2.0/24', '198.51.100.0/24', '10.0.0.0/8'] })],
    });

    new ExposedApp(this, 'example', {
      ...web,
      ports: [{ name: 'http', number: 9376 }],
      exposures: [
        Exposure.loadBalancer({
          name: 'example-service',
          ports: [{ port: 'http', servicePort: 8765 }],
          sourceRanges: ['192.0.2.0/24'],
        }),
      ],
    });
  }
}
