import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExposedApp, Exposure, IngressController } from '../../lib';
import { influxdb, web } from '../applications';
import { namespaceOf } from '../namespace';
import { waiverOf } from '../waivers';

/** The F5 NGINX Ingress Controller with a fixed address, and its own kinds for what annotations cannot say. */
export class NginxExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'behind-nginx' });
    namespaceOf(this, 'restricted');

    const controller = IngressController.nginx(this, 'nginx', {
      exposures: [Exposure.loadBalancer({ address: '192.0.2.80' })],
      tcpPorts: [8086],
      networkPolicy: { metricsFrom: { 'kubernetes.io/metadata.name': 'monitoring' } },
    });

    // An Ingress with annotations, and a Policy beside it.
    new ExposedApp(this, 'my-nginx', {
      ...web,
      ports: [{ name: 'http', number: 8080 }],
      exposures: [
        Exposure.ingress({
          controller,
          host: 'shop.example.com',
          path: '/api',
          tls: { clusterIssuer: 'letsencrypt' },
          options: {
            stripPrefix: true,
            webSocket: true,
            maxBodySize: '8Mi',
            rateLimit: { requests: 20, burst: 40 },
            allowSources: ['10.0.0.0/8', '192.0.2.0/24'],
          },
        }).waive(waiverOf('set/flux-substitution', 'Argo CD delivers this set, and replaces nothing')),
      ],
    });

    // A VirtualServer: a part of the requests tries the next release.
    new ExposedApp(this, 'reports', {
      ...web,
      ports: [{ name: 'http', number: 8080 }],
      exposures: [
        Exposure.ingress({
          controller,
          host: 'reports.example.com',
          tls: { secretName: 'reports-tls' },
          options: { canary: { service: 'reports-next', port: 8080, weight: 10 } },
        }),
      ],
    });
    new ExposedApp(this, 'reports-next', {
      ...web,
      image: 'registry.example.com/web:1.1.0-rc.1',
      ports: [{ name: 'http', number: 8080 }],
      exposures: [Exposure.clusterIp()],
    });

    // Not by HTTP: a TransportServer on a listener of the controller's GlobalConfiguration.
    new ExposedApp(this, 'influxdb', { ...influxdb, exposures: [Exposure.tcpRoute({ controller, listenPort: 8086 })] });
  }
}
