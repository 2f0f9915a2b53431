import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExposedApp, Exposure } from '../lib';
import { influxdb, nginx, web } from './applications';
import { namespaceOf } from './namespace';
import { waiverOf } from './waivers';

/** One port on every node, whichever node the pod runs on: `http://<any node>:31000`. */
export class NodePortExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'node-port' });
    namespaceOf(this, 'restricted');

    new ExposedApp(this, 'my-nginx', {
      ...nginx,
      exposures: [Exposure.nodePort({ ports: [{ port: 'http', nodePort: 31000 }] })],
    });

    new ExposedApp(this, 'influxdb', {
      ...influxdb,
      exposures: [Exposure.nodePort({ ports: [{ port: 'http', nodePort: 30000 }] })],
    });

    new ExposedApp(this, 'webapp1', {
      ...web,
      ports: [{ name: 'http', number: 80 }],
      exposures: [Exposure.nodePort({ ports: [{ port: 'http', nodePort: 30080 }] })],
    });

    // Without a nodePort the cluster picks a free one.
    new ExposedApp(this, 'any-port', {
      ...web,
      ports: [{ name: 'http', number: 80 }],
      exposures: [Exposure.nodePort()],
    });
  }
}

/**
 * Two ports, the client's address kept, and one pod for each client.
 *
 * The article asked for the node ports 8080 and 443 and left `port` out: an API server refuses both. The Service ports are 8080 and 443
 * here, and the node ports lie in the range.
 */
export class NodePortClientAddressExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'node-port-client-address' });
    namespaceOf(this, 'restricted');

    new ExposedApp(this, 'my-nginx', {
      ...web,
      ports: [
        { name: 'http', number: 80 },
        { name: 'https', number: 443 },
      ],
      exposures: [
        Exposure.nodePort({
          ports: [
            { port: 'http', servicePort: 8080, nodePort: 30081 },
            { port: 'https', nodePort: 30443 },
          ],
          preserveClientIp: true,
          sessionAffinity: { timeoutSeconds: 600 },
        }).waive(waiverOf('service/traffic-policy', 'clients are told of the nodes that have a pod')),
      ],
    });
  }
}
