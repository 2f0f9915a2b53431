import type { Construct } from 'constructs';
import type { ExposedApp } from '../../exposed-app';
import { Env } from '../../workload/env';
import type { InitContainerProps, NamedContainerProps } from '../../workload/container';
import { Volume } from '../../workload/volumes';
import { makeNetworkPolicy } from '../parts/network-policy';
import { openPorts } from '../parts/ports';
import type { ControllerWorkload } from '../parts/workload';
import { makeWorkload } from '../parts/workload';
import { secretNames } from './certificates';
import type { ContourParts } from './parts';
import { certificates, images, namespaceVariable, nonRoot, xds } from './parts';

const metrics = { name: 'metrics', number: 8002 } as const;
const shutdown = { name: 'shutdown', number: 8090 } as const;

/** Volumes of the pods, and where their containers see them. */
const mounts = {
  certificates: { [certificates]: { volume: 'certificates', readOnly: true } },
  configuration: { '/config': 'configuration' },
  administration: { '/admin': 'administration' },
} as const;

const pod = { [namespaceVariable]: Env.field('metadata.namespace'), ENVOY_POD_NAME: Env.field('metadata.name') };

/** Envoy, which takes the traffic and leads it as Contour tells it. */
export function makeEnvoy(scope: Construct, parts: ContourParts): ExposedApp {
  const { envoy, props } = parts;
  const { proxyProtocolFrom, image = images.contour, envoyImage = images.envoy } = props;
  const workload = workloadOf(parts, image);
  const clients = proxyProtocolFrom?.map((cidr) => ({ ipBlock: { cidr } }));
  makeNetworkPolicy(scope, envoy, props, workload.ports, metrics, clients);
  return makeWorkload(scope, envoy, { ...props, image: envoyImage }, workload);
}

function workloadOf({ identity, props }: ContourParts, contourImage: string): ControllerWorkload<string> {
  const { httpPort: http = 8080, httpsPort: https = 8443 } = props;
  return {
    image: images.envoy,
    args: () => envoyArgs,
    ports: openPorts(props, { http, https }),
    sidePorts: [metrics],
    runAsUser: nonRoot,
    writableDirectories: [],
    probes: { readiness: { http: { path: '/ready', port: metrics.name } } },
    // Long enough for open connections to come to their end.
    gracePeriodSeconds: 300,
    asksApiServer: false,
    container: {
      command: ['envoy'],
      env: pod,
      mounts: { ...mounts.certificates, ...mounts.configuration, ...mounts.administration },
      lifecycle: { preStop: { http: { path: '/shutdown', port: shutdown.name } } },
    },
    pod: {
      volumes: {
        certificates: Volume.secret(secretNames(identity).envoy),
        configuration: Volume.emptyDir(),
        administration: Volume.emptyDir(),
      },
      sidecars: [shutdownManager(contourImage)],
      initContainers: [bootstrap(contourImage, identity.name)],
    },
  };
}

const envoyArgs = [
  '-c',
  '/config/envoy.json',
  '--service-cluster',
  `$(${namespaceVariable})`,
  '--service-node',
  '$(ENVOY_POD_NAME)',
  '--log-level',
  'info',
];

/** Answers the question of Envoy's end when all connections are closed: https://projectcontour.io/docs/1.33/redeploy-envoy/ */
function shutdownManager(image: string): NamedContainerProps {
  return {
    name: 'shutdown-manager',
    image,
    command: ['contour'],
    args: ['envoy', 'shutdown-manager'],
    ports: [shutdown],
    mounts: mounts.administration,
    lifecycle: { preStop: { exec: ['contour', 'envoy', 'shutdown'] } },
    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
    runAsUser: nonRoot,
    runAsGroup: nonRoot,
  };
}

/** Writes the configuration by which Envoy finds Contour. */
function bootstrap(image: string, contour: string): InitContainerProps {
  return {
    name: 'bootstrap',
    image,
    command: ['contour'],
    args: [
      'bootstrap',
      '/config/envoy.json',
      `--xds-address=${contour}`,
      `--xds-port=${xds.number}`,
      '--xds-resource-version=v3',
      '--resources-dir=/config/resources',
      `--envoy-cafile=${certificates}/ca.crt`,
      `--envoy-cert-file=${certificates}/tls.crt`,
      `--envoy-key-file=${certificates}/tls.key`,
    ],
    env: { [namespaceVariable]: pod[namespaceVariable] },
    mounts: { ...mounts.certificates, ...mounts.configuration },
    resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
    runAsUser: nonRoot,
    runAsGroup: nonRoot,
  };
}
