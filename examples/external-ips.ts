import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExposedApp, Exposure } from '../lib';
import { web } from './applications';
import { namespaceOf } from './namespace';
import { waiverOf } from './waivers';

/**
 * An address that you route to a node yourself: `http://198.51.100.32`. Kubernetes 1.36 deprecates the field; where there is a choice,
 * a load balancer is the better one.
 */
export class ExternalIpsExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'external-ips' });
    namespaceOf(this, 'restricted');

    new ExposedApp(this, 'my-service', {
      ...web,
      ports: [{ name: 'http', number: 9376 }],
      exposures: [
        Exposure.externalIps({
          name: 'my-service',
          ips: ['198.51.100.32'],
          ports: [{ port: 'http', servicePort: 80 }],
        }).waive(waiverOf('exposure/external-ips', 'the address is our own, and routed to one node')),
      ],
    });
  }
}
