import { Construct } from 'constructs';
import { nginx } from '../../../controllers/nginx';
import { ConstructError } from '../../construct-error';
import type { ExposedApp } from '../../exposed-app';
import { Env } from '../../workload/env';
import type { ContainerProps } from '../../workload/container';
import definitions from '../crds/nginx.json';
import type { Installation } from '../installation';
import { makeAccess } from '../parts/access';
import { checkProps } from '../parts/checks';
import { makeCustomKinds } from '../parts/custom-kinds';
import type { Identity } from '../parts/identity';
import { identityOf } from '../parts/identity';
import { checkImage } from '../parts/image';
import { makeIngressClass } from '../parts/ingress-class';
import { makeNamespace } from '../parts/namespace';
import { makeNetworkPolicy } from '../parts/network-policy';
import { openPorts } from '../parts/ports';
import type { StatusAddress } from '../parts/status-address';
import { statusAddressOf } from '../parts/status-address';
import { watchedNamespaces } from '../parts/watched-namespaces';
import type { ControllerWorkload } from '../parts/workload';
import { makeWorkload } from '../parts/workload';
import { clusterRules, namespaceRules, ownRules } from './access';
import { nginxArgs } from './args';
import { NginxNeeds } from './needs';
import type { NginxProps } from './props';
import { makeListeners, makeSettings } from './settings';

const image = 'docker.io/nginx/nginx-ingress:5.5.4';
/** Older ones have no cookies without NGINX Plus, or an NGINX with known faults. */
const oldest = [5, 5, 4] as const;

const ready = { name: 'ready', number: 8081 } as const;
const metrics = { name: 'prometheus', number: 9113 } as const;
/** NGINX tells of itself there, to its own pod. */
const nginxStatusPort = 8080;
/** The user `nginx` of the image. */
const user = 101;

export function installNginx(scope: Construct, props: NginxProps): Installation {
  const identity = identityOf('nginx', props);
  checkNginxProps(scope, identity, props);
  const status = statusOf(scope, identity, props);
  const http = { name: 'http', number: props.httpPort ?? 80 } as const;
  const https = { name: 'https', number: props.httpsPort ?? 443 } as const;
  const ports = openPorts(props, { http: http.number, https: https.number });
  makeNamespace(scope, identity, props);
  // Made when a route needs them, and written before whatever is of their kinds.
  const kinds = new Construct(scope, 'definitions');
  const needs = new NginxNeeds(props, () => {
    makeCustomKinds(kinds, identity, definitions);
  });
  needs.begin();
  makeIngressClass(scope, identity, {
    controller: nginx.controllerString ?? '',
    isDefault: props.default === true,
  });
  makeSettings(scope, identity, props, status);
  makeListeners(scope, identity, props);
  const namespaces = watchedNamespaces(props, identity, status);
  const lock = `${identity.name}-leader`;
  makeAccess(scope, identity, {
    clusterRules,
    namespaceRules: () => namespaceRules(needs.customResources),
    ownRules: () => ownRules(needs.customResources, lock),
    namespaces,
  });
  makeNetworkPolicy(scope, identity, props, ports, metrics);
  const parts = { identity, props, http, https, ready, metrics, status, namespaces, needs, lock };
  const app = makeNginx(scope, identity, props, { ports, args: () => nginxArgs(parts) });
  return { facts: nginx, identity, app, require: (need) => needs.require(need) };
}

/** The directories that the image fills and the process writes; an init container hands on what is in the first. */
const directories = {
  '/etc/nginx': 'nginx-etc',
  '/var/cache/nginx': 'nginx-cache',
  '/var/lib/nginx': 'nginx-lib',
  '/var/log/nginx': 'nginx-log',
};

function makeNginx(
  scope: Construct,
  identity: Identity,
  props: NginxProps,
  parts: Pick<ControllerWorkload<never>, 'args' | 'ports'>,
): ExposedApp {
  const rights: Pick<ContainerProps, 'addCapabilities'> = {
    // Its programs have this as a capability of the file, and do not start where it is not to be had, whatever the ports.
    addCapabilities: ['NET_BIND_SERVICE'],
  };
  const copy = {
    name: 'copy-configuration',
    image: props.image ?? image,
    command: ['cp', '-vdR', '/etc/nginx/.', '/mnt/etc'],
    mounts: { '/mnt/etc': 'nginx-etc' },
    runAsUser: user,
    runAsGroup: user,
    resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '64Mi' } },
  };
  return makeWorkload(scope, identity, props, {
    image,
    ...parts,
    sidePorts: [ready, metrics],
    runAsUser: user,
    writableDirectories: ['/tmp'],
    probes: {
      // It ends by itself where NGINX ends.
      liveness: { tcp: { port: ready.name } },
      readiness: { http: { path: '/nginx-ready', port: ready.name }, failureThreshold: 1 },
    },
    gracePeriodSeconds: 60,
    container: {
      env: { POD_NAMESPACE: Env.field('metadata.namespace'), POD_NAME: Env.field('metadata.name') },
      mounts: directories,
      ...rights,
    },
    pod: {
      volumes: Object.fromEntries(Object.values(directories).map((volume) => [volume, { emptyDir: {} }])),
      initContainers: [copy],
    },
  });
}

/** Of a Service with external IPs it reads no address. */
function statusOf(scope: Construct, identity: Identity, props: NginxProps): StatusAddress {
  const [first] = props.exposures.flatMap((exposure) => (exposure.mode === 'externalIps' ? exposure.ips : []));
  const balanced = props.exposures.some(({ mode }) => mode === 'loadBalancer');
  const { statusAddress = balanced ? undefined : first } = props;
  return statusAddressOf(scope, identity, statusAddress === undefined ? props : { ...props, statusAddress });
}

function checkNginxProps(scope: Construct, identity: Identity, props: NginxProps): void {
  checkProps(scope, identity, props);
  checkImage(scope, props.image, oldest);
  const { tcpPorts = [], udpPorts = [], httpPort = 80, httpsPort = 443 } = props;
  const taken = [httpPort, httpsPort, ready.number, metrics.number, nginxStatusPort];
  const wrong = [...tcpPorts, ...udpPorts].find((port) => taken.includes(port));
  if (wrong !== undefined)
    throw new ConstructError(
      scope,
      `tcpPorts or udpPorts names ${wrong}, which NGINX needs itself (${taken.join(', ')}). Take another port, and let the Service have that number.`,
    );
  if (props.customResources === 'none' && tcpPorts.length + udpPorts.length > 0)
    throw new ConstructError(
      scope,
      "tcpPorts and udpPorts take the controller's own kinds, and customResources is 'none'. Leave one of them out.",
    );
  if (props.externalNameServices === true)
    throw new ConstructError(
      scope,
      'NGINX Plus alone follows Services of type ExternalName. Leave externalNameServices out.',
    );
  if (props.defaultCertificate !== undefined && !/^[a-z0-9-]+\/[a-z0-9.-]+$/.test(props.defaultCertificate))
    throw new ConstructError(
      scope,
      `defaultCertificate is '${props.defaultCertificate}'. Name the Secret as namespace/name.`,
    );
}
