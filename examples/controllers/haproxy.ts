import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExposedApp, Exposure, IngressController } from '../../lib';
import { influxdb, web } from '../applications';
import { namespaceOf } from '../namespace';

/** The controller of HAProxy Technologies behind a load balancer that tells the clients' addresses by the PROXY protocol. */
export class HaproxyExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'behind-haproxy' });
    namespaceOf(this, 'restricted');

    const controller = IngressController.haproxy(this, 'haproxy', {
      exposures: [Exposure.loadBalancer()],
      proxyProtocolFrom: ['10.0.0.0/8'],
      tcpPorts: [8086],
      watchNamespaces: ['behind-haproxy'],
      networkPolicy: { metricsFrom: { 'kubernetes.io/metadata.name': 'monitoring' } },
    });

    // What concerns the pods becomes annotations of the Service: one cookie, and their time to answer.
    new ExposedApp(this, 'my-nginx', {
      ...web,
      ports: [{ name: 'http', number: 8080 }],
      exposures: [
        Exposure.ingress({
          controller,
          host: 'shop.example.com',
          tls: { clusterIssuer: 'letsencrypt' },
          options: {
            stickySession: { cookie: 'shop' },
            timeouts: { readSeconds: 120 },
            hsts: { maxAgeSeconds: 31_536_000 },
            rateLimit: { requests: 20 },
          },
        }),
      ],
    });

    // Testers meet the next release by a cookie: one Ingress for each of the two Services.
    new ExposedApp(this, 'reports', {
      ...web,
      ports: [{ name: 'http', number: 8080 }],
      exposures: [
        Exposure.ingress({
          controller,
          host: 'reports.example.com',
          tls: { clusterIssuer: 'letsencrypt' },
          options: { canary: { service: 'reports-next', port: 8080, cookie: 'tester' } },
        }),
      ],
    });
    new ExposedApp(this, 'reports-next', {
      ...web,
      image: 'registry.example.com/web:1.1.0-rc.1',
      ports: [{ name: 'http', number: 8080 }],
      exposures: [Exposure.clusterIp()],
    });

    // Not by HTTP: an entry of the ConfigMap of TCP services.
    new ExposedApp(this, 'influxdb', { ...influxdb, exposures: [Exposure.tcpRoute({ controller, listenPort: 8086 })] });
  }
}
