import type { Construct } from 'constructs';
import { Exposure, IngressController } from '../../../lib';

/** How a controller is installed for the test. */
export interface Install {
  readonly make: (
    scope: Construct,
    name: string,
    ports: { readonly tcp: number; readonly udp: number },
  ) => IngressController;
  /** The key of a Secret under which it reads lines of htpasswd. */
  readonly usersKey: string;
}

/** The controllers that can be tried, by name. */
export const installs: Readonly<Record<string, Install>> = {
  traefik: {
    usersKey: 'users',
    make: (scope, name, { tcp, udp }) =>
      IngressController.traefik(scope, name, {
        name,
        replicas: 1,
        tcpPorts: [tcp],
        udpPorts: [udp],
        externalNameServices: true,
        exposures: [Exposure.loadBalancer()],
      }),
  },
  contour: {
    usersKey: 'auth',
    make: (scope, name) =>
      IngressController.contour(scope, name, {
        name,
        replicas: 1,
        externalNameServices: true,
        exposures: [Exposure.loadBalancer()],
      }),
  },
  'ingress-nginx': {
    usersKey: 'auth',
    make: (scope, name, { tcp, udp }) =>
      IngressController.ingressNginx(scope, name, {
        acknowledgeRetired: true,
        // By its tag, since the clusters of tests have images of their own making.
        image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
        name,
        replicas: 1,
        tcpPorts: [tcp],
        udpPorts: [udp],
        externalNameServices: true,
        exposures: [Exposure.loadBalancer()],
      }),
  },
};
