import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExposedApp, Exposure, IngressController } from '../../lib';
import { web } from '../applications';
import { namespaceOf } from '../namespace';

/**
 * Contour on the nodes themselves, without a load balancer: one Envoy on each takes their ports 80 and 443. Contour reads an Ingress where
 * that can say what an application asks for, and an HTTPProxy where it cannot.
 */
export class ContourExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'behind-contour' });
    namespaceOf(this, 'restricted');

    const controller = IngressController.contour(this, 'contour', {
      exposures: [Exposure.hostPort()],
      // Where the names of the applications lead to in DNS: the nodes have no address in common that the cluster knows of.
      statusAddress: 'nodes.example.com',
      networkPolicy: { metricsFrom: { 'kubernetes.io/metadata.name': 'monitoring' } },
    });

    // An Ingress: Contour gives an answer 15 seconds, and speaks WebSocket only where it is told so.
    new ExposedApp(this, 'reports', {
      ...web,
      ports: [{ name: 'http', number: 8080 }],
      exposures: [
        Exposure.ingress({
          controller,
          host: 'reports.example.com',
          tls: { clusterIssuer: 'letsencrypt' },
          options: { forceHttps: true, timeouts: { readSeconds: 120 }, webSocket: true },
        }),
      ],
    });

    // An HTTPProxy, with all paths of its host: a part of the requests tries the next release, and nobody else may ask from a page.
    new ExposedApp(this, 'my-nginx', {
      ...web,
      ports: [{ name: 'http', number: 8080 }],
      exposures: [
        Exposure.ingress({
          controller,
          rules: [{ host: 'shop.example.com', paths: [{ path: '/api', port: 'http' }] }],
          tls: { clusterIssuer: 'letsencrypt' },
          options: {
            stripPrefix: true,
            canary: { service: 'my-nginx-next', port: 8080, weight: 10 },
            cors: { allowOrigins: ['https://www.example.com'], allowMethods: ['GET', 'POST'], maxAgeSeconds: 3600 },
            headers: { setResponse: { 'X-Frame-Options': 'DENY' }, removeResponse: ['Server'] },
          },
        }),
      ],
    });
    new ExposedApp(this, 'my-nginx-next', {
      ...web,
      image: 'registry.example.com/web:1.1.0-rc.1',
      ports: [{ name: 'http', number: 8080 }],
      exposures: [Exposure.clusterIp()],
    });

    // Its pods end TLS themselves, and are found by the name that the client asks for.
    new ExposedApp(this, 'vault', {
      ...web,
      ports: [{ name: 'https', number: 8443 }],
      exposures: [
        Exposure.ingress({ controller, host: 'vault.example.com', port: 'https', options: { tlsPassthrough: true } }),
      ],
    });
  }
}
