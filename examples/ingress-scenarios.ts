import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExposedApp, Exposure, IngressController, Provider, Target } from '../lib';
import { influxdb, web } from './applications';
import { namespaceOf } from './namespace';
import { waiverOf } from './waivers';

const http = { ...web, ports: [{ name: 'http', number: 8080 }] } as const;

/**
 * What the articles name of an ingress controller, one application for each: sticky sessions, TLS that ends at the controller and TLS that
 * does not, TCP and UDP. The same would do for any controller that can do it; synthesis says which one cannot.
 */
export class IngressScenariosExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'ingress-scenarios' });
    Target.set(
      this,
      Target.of(scope).with({
        provider: Provider.metalLb(),
        exists: [{ kind: 'Secret', namespace: 'ingress-scenarios', name: 'tls-secret' }],
      }),
    );
    namespaceOf(this, 'restricted');

    const controller = IngressController.traefik(this, 'controller', {
      name: 'edge',
      // Defined by the example of Traefik: a cluster has them once.
      customResources: 'present',
      exposures: [Exposure.loadBalancer()],
      tcpPorts: [8086],
      udpPorts: [8125],
    });

    // By host, and by path of a host that another application has the rest of.
    new ExposedApp(this, 'my-nginx-foo', {
      ...http,
      exposures: [Exposure.ingress({ controller, host: 'foo.mydomain.example.com' })],
    });
    new ExposedApp(this, 'my-nginx-bar', {
      ...http,
      exposures: [Exposure.ingress({ controller, host: 'foo.mydomain.example.com', path: '/bar' })],
    });

    // What no rule takes.
    new ExposedApp(this, 'my-nginx-other', {
      ...http,
      exposures: [
        Exposure.ingress({ controller, defaultBackend: { port: 'http' } }).waive(
          waiverOf('ingress/default-backend', 'it says what is not there'),
        ),
      ],
    });

    // TLS ends at the controller, by a certificate that is there; plain HTTP is sent to it.
    new ExposedApp(this, 'http-svc', {
      ...http,
      exposures: [
        Exposure.ingress({
          controller,
          host: 'http-svc.example.com',
          tls: { secretName: 'tls-secret' },
          options: { forceHttps: true },
        }),
      ],
    });

    // TLS ends at the pods, which have the certificate; the controller sees the name that was asked for, and nothing else.
    new ExposedApp(this, 'vault', {
      ...web,
      ports: [{ name: 'https', number: 8443 }],
      exposures: [Exposure.ingress({ controller, host: 'vault.example.com', options: { tlsPassthrough: true } })],
    });

    // One browser stays with one pod.
    new ExposedApp(this, 'cart', {
      ...http,
      exposures: [
        Exposure.ingress({ controller, host: 'cart.example.com', options: { stickySession: { cookie: 'cart' } } }),
      ],
    });

    // Ports of the controller without HTTP: nothing tells applications apart there, so that each leads to one.
    new ExposedApp(this, 'influxdb', { ...influxdb, exposures: [Exposure.tcpRoute({ controller, listenPort: 8086 })] });
    new ExposedApp(this, 'statsd', {
      ...web,
      ports: [{ name: 'statsd', number: 8125, protocol: 'UDP' }],
      exposures: [Exposure.udpRoute({ controller, listenPort: 8125 })],
    });
  }
}

/**
 * The five hops from a client to a pod. An outside load balancer, which this cluster knows nothing of, has the nodes and these ports in its
 * list (1); it leads to a port of any node (2), from there the Service of the controller leads to the controller (3), which chooses a Service
 * by host and path (4), and leads to one of its pods (5).
 *
 * The load balancer tells the address of the client by the PROXY protocol, and is the only one that is believed.
 */
export class FiveHopsExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'five-hops' });
    namespaceOf(this, 'restricted');

    const controller = IngressController.traefik(this, 'controller', {
      name: 'behind-load-balancer',
      customResources: 'present',
      exposures: [
        Exposure.nodePort({
          ports: [
            { port: 'http', servicePort: 80, nodePort: 30080 },
            { port: 'https', servicePort: 443, nodePort: 30443 },
          ],
          preserveClientIp: true,
        }).waive(waiverOf('service/traffic-policy', 'the load balancer asks nodes for their health')),
      ],
      // The nodes have no address in common: clients use that of the load balancer.
      statusAddress: 'www.example.com',
      proxyProtocolFrom: ['10.20.0.0/24'],
    });

    new ExposedApp(this, 'webapp1', {
      ...http,
      exposures: [
        Exposure.ingress({ controller, host: 'www.example.com', path: '/webapp1', options: { stripPrefix: true } }),
      ],
    });
    new ExposedApp(this, 'webapp2', {
      ...http,
      exposures: [Exposure.ingress({ controller, host: 'www.example.com' })],
    });
  }
}
