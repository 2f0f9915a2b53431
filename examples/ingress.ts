import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExposedApp, Exposure, Target } from '../lib';
import { influxdb, web } from './applications';
import { namespaceOf } from './namespace';
import { waiverOf } from './waivers';

const plain = waiverOf('ingress/no-tls', 'as the articles have it; IngressTlsExample has TLS');

const http = { ...web, ports: [{ name: 'http', number: 8080 }] } as const;

/**
 * Many applications behind one address, told apart by host and path. All Ingresses name their class: without one they belong to whichever
 * controller takes it.
 *
 * The articles used `extensions/v1beta1`, left `pathType` out, and wrote `/bar/*` where `/bar` with `Prefix` is meant.
 */
export class IngressExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'ingress' });
    namespaceOf(this, 'restricted');
    const className = 'traefik';

    // By host: foo.mydomain.example.com.
    new ExposedApp(this, 'my-nginx-foo', {
      ...http,
      exposures: [Exposure.ingress({ className, host: 'foo.mydomain.example.com' }).waive(plain)],
    });

    // By path: mydomain.example.com/bar and below.
    new ExposedApp(this, 'my-nginx-bar', {
      ...http,
      exposures: [Exposure.ingress({ className, host: 'mydomain.example.com', path: '/bar' }).waive(plain)],
    });

    // What no rule takes.
    new ExposedApp(this, 'my-nginx-other', {
      ...http,
      exposures: [
        Exposure.ingress({ className, defaultBackend: { port: 'http' } })
          .waive(plain)
          .waive(waiverOf('ingress/default-backend', 'it says what is not there')),
      ],
    });

    new ExposedApp(this, 'influxdb', {
      ...influxdb,
      exposures: [Exposure.ingress({ className, host: 'influxdb.kube.example.com' }).waive(plain)],
    });
  }
}

/** TLS that ends at the controller, with a certificate that is there and with one that cert-manager makes. */
export class IngressTlsExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'ingress-tls' });
    Target.set(
      this,
      Target.of(scope).with({ exists: [{ kind: 'Secret', namespace: 'ingress-tls', name: 'tls-secret' }] }),
    );
    namespaceOf(this, 'restricted');
    const className = 'traefik';

    // The article's Ingress took every host of the class. Here the certificate and the rule name theirs.
    new ExposedApp(this, 'http-svc', {
      ...http,
      exposures: [
        Exposure.ingress({
          className,
          host: 'http-svc.example.com',
          tls: { secretName: 'tls-secret' },
          service: { ports: [{ port: 'http', servicePort: 80 }] },
        }),
      ],
    });

    new ExposedApp(this, 'api', {
      ...http,
      exposures: [
        Exposure.ingress({
          className,
          rules: [
            { host: 'api.example.com', paths: [{ path: '/v1' }, { path: '/healthz', pathType: 'Exact' }] },
            { host: '*.tenants.example.com' },
          ],
          tls: { clusterIssuer: 'letsencrypt' },
        }).waive(waiverOf('ingress/wildcard-host', 'every tenant has a name of its own')),
      ],
    });
  }
}
