import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { ingressNginx } from '../../../controllers/ingress-nginx';
import type { ExposedApp } from '../../exposed-app';
import { Env } from '../../workload/env';
import { Volume } from '../../workload/volumes';
import type { Installation } from '../installation';
import { makeAccess } from '../parts/access';
import { fingerprint } from '../parts/fingerprint';
import type { Identity } from '../parts/identity';
import { identityOf } from '../parts/identity';
import { makeIngressClass } from '../parts/ingress-class';
import { makeNamespace } from '../parts/namespace';
import { makeNetworkPolicy } from '../parts/network-policy';
import { openPorts } from '../parts/ports';
import { statusAddressOf } from '../parts/status-address';
import type { ControllerWorkload } from '../parts/workload';
import { makeWorkload } from '../parts/workload';
import { clusterRules, namespaceRules, ownRules } from './access';
import { ingressNginxArgs } from './args';
import { checkIngressNginxProps } from './checks';
import { configuration } from './configuration';
import { defaultBackendOf } from './default-backend';
import { IngressNginxNeeds } from './needs';
import type { IngressNginxProps } from './props';
import { declaredPorts, sidePortsOf } from './side-ports';

/** The last release. Its tag may be moved by whoever keeps the registry from now on. */
const image =
  'registry.k8s.io/ingress-nginx/controller:v1.15.1@sha256:594ceea76b01c592858f803f9ff4d2cb40542cae2060410b2c95f75907d659e1';
/** The user `www-data` of the image. */
const user = 101;

export function installIngressNginx(scope: Construct, props: IngressNginxProps): Installation {
  const identity = identityOf(ingressNginx.id, { className: props.name ?? ingressNginx.defaultClassName, ...props });
  checkIngressNginxProps(scope, identity, props);
  const needs = new IngressNginxNeeds(props);
  const status = statusAddressOf(scope, identity, props);
  const { httpPort: http = 80, httpsPort: https = 443 } = props;
  const ports = openPorts(props, { http, https });
  const sidePorts = sidePortsOf(props);
  const lease = `${identity.name}-leader`;
  const defaultBackend = defaultBackendOf(scope, identity, props);
  makeNamespace(scope, identity, props);
  const controller = controllerString(identity.className);
  makeIngressClass(scope, identity, { controller, isDefault: props.default === true });
  const { watchNamespaces: namespaces } = props;
  makeAccess(scope, identity, {
    clusterRules,
    ownRules: () => ownRules({ configuration: identity.name, lease }),
    namespaceRules: () =>
      namespaceRules({ service: defaultBackend !== undefined, namespace: namespaces !== undefined }),
    namespaces,
  });
  const data: ConfigMapData = () => configuration(props, needs);
  makeConfigMap(scope, identity, { name: identity.name, namespace: identity.namespace }, data);
  const portServices = makePortServices(scope, identity, props, needs);
  makeNetworkPolicy(scope, identity, props, ports, sidePorts.metrics);
  const app = makeController(scope, identity, props, {
    ports,
    sidePorts: declaredPorts(props, sidePorts),
    args: () =>
      ingressNginxArgs({
        ...{ identity, props, controller, http, https, sidePorts, status, lease },
        ...{ defaultBackend, portServices, needs },
      }),
    ...renewedBy(identity, props, data),
  });
  return { facts: ingressNginx, identity, app, require: (need) => needs.require(need) };
}

/** Two controllers of one string would serve the Ingresses of each other. */
function controllerString(className: string): string {
  const { controllerString: own = '', defaultClassName } = ingressNginx;
  return className === defaultClassName ? own : `${own}/${className}`;
}

type ConfigMapData = () => Readonly<Record<string, string>>;

/** In a namespace that it does not watch it reads its settings once, when it starts: other settings take other pods. */
function renewedBy(
  { namespace }: Identity,
  { watchNamespaces = [namespace] }: IngressNginxProps,
  data: ConfigMapData,
): Pick<ControllerWorkload<'metrics'>, 'pod'> {
  if (watchNamespaces.includes(namespace)) return {};
  const checksum = Lazy.any({ produce: () => fingerprint(data()) }) as string;
  return { pod: { podAnnotations: { 'checksum/configuration': checksum } } };
}

function makeConfigMap(
  scope: Construct,
  { labels }: Identity,
  where: { readonly name: string; readonly namespace: string },
  data: ConfigMapData,
): void {
  new ApiObject(scope, `ConfigMap ${where.name}`, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { ...where, labels: { ...labels } },
    data: Lazy.any({ produce: () => data() }) as unknown,
  });
}

/** It reads these where it reads routes. @returns `namespace/name` of the ConfigMap for each protocol */
function makePortServices(
  scope: Construct,
  identity: Identity,
  { tcpPorts = [], udpPorts = [], watchNamespaces }: IngressNginxProps,
  needs: IngressNginxNeeds,
): Readonly<Partial<Record<'tcp' | 'udp', string>>> {
  const namespace = watchNamespaces?.[0] ?? identity.namespace;
  const make = (protocol: 'tcp' | 'udp'): string => {
    const name = `${identity.name}-${protocol}`;
    makeConfigMap(scope, identity, { name, namespace }, () => needs.services(protocol));
    return `${namespace}/${name}`;
  };
  return {
    ...(tcpPorts.length > 0 ? { tcp: make('tcp') } : {}),
    ...(udpPorts.length > 0 ? { udp: make('udp') } : {}),
  };
}

/** Where it writes beside files of the image: nginx.conf, certificates, files with users. */
const writtenFolders = ['/etc/nginx', '/etc/ingress-controller'] as const;

function makeController(
  scope: Construct,
  identity: Identity,
  props: IngressNginxProps,
  parts: Pick<ControllerWorkload<'metrics'>, 'args' | 'ports' | 'sidePorts' | 'pod'>,
): ExposedApp {
  const check = { http: { path: '/healthz', port: 'metrics' }, timeoutSeconds: 2 } as const;
  const onNode = props.exposures.some(({ mode }) => mode === 'hostNetwork');
  const low = parts.ports.some(({ number }) => number < 1024);
  return makeWorkload(scope, identity, props, {
    image,
    ...parts,
    runAsUser: user,
    // It expects the folder inside of /tmp to be there; the last one is made by modules that not every build of nginx has.
    writableDirectories: ['/tmp', '/tmp/nginx', '/var/lib/nginx'],
    probes: {
      liveness: { ...check, initialDelaySeconds: 10, failureThreshold: 5 },
      readiness: check,
    },
    gracePeriodSeconds: 300,
    container: {
      env: {
        POD_NAME: Env.field('metadata.name'),
        POD_NAMESPACE: Env.field('metadata.namespace'),
        LD_PRELOAD: '/usr/local/lib/libmimalloc.so',
      },
      // Its programs have this as a capability of the file, and do not start where it is not to be had.
      addCapabilities: ['NET_BIND_SERVICE'],
      // Where nothing else lets it bind low ports, it needs the capability, which comes with its programs.
      ...(onNode && low ? { allowPrivilegeEscalation: true } : {}),
      mounts: Object.fromEntries(
        writtenFolders.map((folder) => [folder, { volume: 'configuration', subPath: folder.slice('/etc/'.length) }]),
      ),
    },
    pod: {
      ...parts.pod,
      volumes: { configuration: Volume.emptyDir() },
      initContainers: [copyOfConfiguration(props.image ?? image)],
    },
  });
}

/** The root file system stays as it is: what it writes beside is copied to where it may write. */
function copyOfConfiguration(
  from: string,
): NonNullable<NonNullable<ControllerWorkload<never>['pod']>['initContainers']>[number] {
  const copy = '/configuration';
  return {
    name: 'copy-configuration',
    image: from,
    command: ['/bin/sh', '-c', `cp -R ${writtenFolders.join(' ')} ${copy}/`],
    runAsUser: user,
    runAsGroup: user,
    mounts: { [copy]: 'configuration' },
    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '64Mi' } },
  };
}
