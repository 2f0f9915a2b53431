import { Construct } from 'constructs';
import { traefik } from '../../../controllers/traefik';
import { ConstructError } from '../../construct-error';
import type { ControllerProps } from '../controller-props';
import definitions from '../crds/traefik.json';
import type { Installation } from '../installation';
import { makeAccess } from '../parts/access';
import { checkProps } from '../parts/checks';
import { makeCustomKinds } from '../parts/custom-kinds';
import { identityOf } from '../parts/identity';
import { makeIngressClass } from '../parts/ingress-class';
import { makeNamespace } from '../parts/namespace';
import { makeNetworkPolicy } from '../parts/network-policy';
import { openPorts } from '../parts/ports';
import { statusAddressOf } from '../parts/status-address';
import { checkImage } from '../parts/image';
import { watchedNamespaces } from '../parts/watched-namespaces';
import { makeWorkload } from '../parts/workload';
import { traefikArgs } from './args';
import { TraefikNeeds } from './needs';
import { clusterRules, namespaceRules } from './access';

/** An installation of Traefik. */
export interface TraefikProps extends ControllerProps {
  /**
   * Traefik's own kinds, which most options become: `install` reads them and makes their definitions, `present` reads those that are there,
   * `none` refuses routes that need them.
   * @default - read and defined as soon as a route needs them
   */
  readonly customResources?: 'install' | 'present' | 'none';
  /** The port that its process binds for plain HTTP; on the host network, the port of the node. @default 8000 */
  readonly httpPort?: number;
  /** The same for TLS. @default 8443 */
  readonly httpsPort?: number;
  /** How much it writes into its log. @default 'INFO' */
  readonly logLevel?: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
}

const image = 'docker.io/library/traefik:v3.7.13';
/** Older ones do not know all flags that are given here, and end at once. */
const oldest = [3, 7, 12] as const;

const ping = { name: 'ping', number: 8080 } as const;
const metrics = { name: 'metrics', number: 9100 } as const;
const nonRoot = 65532;

export function installTraefik(scope: Construct, props: TraefikProps): Installation {
  const identity = identityOf('traefik', props);
  checkProps(scope, identity, props);
  checkImage(scope, props.image, oldest);
  const status = statusAddressOf(scope, identity, props);
  const ports = openPorts(props, { http: props.httpPort ?? 8000, https: props.httpsPort ?? 8443 });
  makeNamespace(scope, identity, props);
  // Made when a route needs them, and written before whatever is of their kinds.
  const kinds = new Construct(scope, 'definitions');
  const needs = new TraefikNeeds(props, () => {
    makeCustomKinds(kinds, identity, definitions);
  });
  needs.begin();
  makeIngressClass(scope, identity, { controller: controllerString(scope), isDefault: props.default === true });
  const namespaces = watchedNamespaces(props, identity, status);
  makeAccess(scope, identity, {
    clusterRules,
    namespaceRules: () => namespaceRules(needs.customResources),
    namespaces,
  });
  makeNetworkPolicy(scope, identity, props, ports, metrics);
  const app = makeWorkload(scope, identity, props, {
    image,
    args: () => traefikArgs({ identity, props, ports, status, namespaces, needs, ping, metrics }),
    ports,
    sidePorts: [ping, metrics],
    runAsUser: nonRoot,
    // Bodies that are too large for memory are kept there by the middleware for the size of bodies.
    writableDirectories: ['/tmp'],
    probes: {
      liveness: { http: { path: '/ping', port: ping.name }, timeoutSeconds: 2 },
      readiness: { http: { path: '/ping', port: ping.name }, failureThreshold: 1, timeoutSeconds: 2 },
    },
    gracePeriodSeconds: 60,
  });
  return { facts: traefik, identity, app, require: (need) => needs.require(need) };
}

function controllerString(scope: Construct): string {
  if (traefik.controllerString !== undefined) return traefik.controllerString;
  throw new ConstructError(scope, 'Traefik is known by no controller string.');
}
