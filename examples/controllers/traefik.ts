import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExposedApp, Exposure, IngressController } from '../../lib';
import { influxdb, web } from '../applications';
import { namespaceOf } from '../namespace';

/**
 * Traefik behind a load balancer, and applications that ask it for more than hosts and paths. What their options need of the controller
 * itself, its own kinds and the rights to read them, comes with the first of them.
 */
export class TraefikExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'behind-traefik' });
    namespaceOf(this, 'restricted');

    const controller = IngressController.traefik(this, 'traefik', {
      exposures: [Exposure.loadBalancer()],
      tcpPorts: [8086],
      networkPolicy: { metricsFrom: { 'kubernetes.io/metadata.name': 'monitoring' } },
    });

    // One browser stays with one pod, plain HTTP is sent to HTTPS, and nobody asks more than 20 times a second.
    new ExposedApp(this, 'my-nginx', {
      ...web,
      ports: [{ name: 'http', number: 8080 }],
      exposures: [
        Exposure.ingress({
          controller,
          host: 'shop.example.com',
          tls: { clusterIssuer: 'letsencrypt' },
          options: {
            stickySession: { cookie: 'shop', secure: true, sameSite: 'Lax' },
            forceHttps: true,
            hsts: { maxAgeSeconds: 31_536_000, includeSubdomains: true },
            rateLimit: { requests: 20, burst: 40 },
            maxBodySize: '8Mi',
            compression: true,
          },
        }),
        // The same pods under a path of another host, which they do not know of.
        Exposure.ingress({
          name: 'my-nginx-shop',
          controller,
          host: 'www.example.com',
          path: '/shop',
          options: { stripPrefix: true, stickySession: { cookie: 'shop', secure: true, sameSite: 'Lax' } },
        }),
      ],
    });

    // Not by HTTP: whoever connects to port 8086 of the load balancer is led to the database.
    new ExposedApp(this, 'influxdb', { ...influxdb, exposures: [Exposure.tcpRoute({ controller, listenPort: 8086 })] });
  }
}
