import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ExposedApp, Exposure, IngressController, Provider, Target } from '../../lib';
import { web } from '../applications';
import { namespaceOf } from '../namespace';
import { waiverOf } from '../waivers';

/**
 * The controller of the articles as they installed it: ports 80 and 443 of the nodes, a load balancer of a fixed address before them, and a
 * backend of its own for what no Ingress takes. The project is retired, so that it must be said that this is known.
 *
 * The articles ran one pod of release 0.14.0 as root, without rights to read an Ingress, and kept the address in a field of the Service that
 * is deprecated.
 */
export class IngressNginxExample extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'nginx-ingress' });
    Target.set(
      this,
      Target.of(scope).with({
        provider: Provider.metalLb(),
        exists: [{ kind: 'Secret', namespace: 'default', name: 'tls-secret' }],
      }),
    );
    // Ports of the node are below every other level.
    namespaceOf(this, 'privileged');

    const defaultBackend = new ExposedApp(this, 'default-http-backend', {
      image: 'registry.example.com/default-http-backend:1.0.0',
      ports: [{ name: 'http', number: 8080 }],
      runAsUser: 65534,
      probes: {
        liveness: { http: { path: '/healthz' }, initialDelaySeconds: 30 },
        readiness: { http: { path: '/healthz' } },
      },
      resources: { requests: { cpu: '10m', memory: '20Mi' }, limits: { memory: '20Mi' } },
      exposures: [Exposure.clusterIp({ ports: [{ port: 'http', servicePort: 80 }] })],
    });

    // One pod on each node, so that every node answers the load balancer, and an update takes the old pod away before the next.
    const controller = IngressController.ingressNginx(this, 'controller', {
      acknowledgeRetired: true,
      name: 'nginx-ingress-controller',
      className: 'nginx',
      namespace: 'nginx-ingress',
      createNamespace: false,
      defaultBackend,
      exposures: [
        Exposure.hostPort()
          .waive(waiverOf('controller/retired', 'as the articles have it'))
          .waive(waiverOf('controller/advisory', 'no route of this cluster rewrites')),
        Exposure.loadBalancer({ name: 'nginx-ingress-lb', address: '104.154.109.191', preserveClientIp: true }),
      ],
    });

    new ExposedApp(this, 'http-svc', {
      ...web,
      namespace: 'default',
      ports: [{ name: 'http', number: 8080 }],
      exposures: [
        Exposure.ingress({
          controller,
          host: 'http-svc.example.com',
          tls: { secretName: 'tls-secret' },
          service: { ports: [{ port: 'http', servicePort: 80 }] },
        }),
      ],
    });
  }
}
