import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { Exposure } from '../../exposures/exposure';
import { Env } from '../../workload/env';
import { Volume } from '../../workload/volumes';
import { makeAccess } from '../parts/access';
import { makeNetworkPolicy } from '../parts/network-policy';
import { fingerprint } from '../parts/fingerprint';
import type { ControllerWorkload } from '../parts/workload';
import { defaultResources, makeWorkload } from '../parts/workload';
import { leaderRules, namespaceRules } from './access';
import { secretNames } from './certificates';
import { configurationOf, leaseOf, serveArgs } from './configuration';
import type { ContourParts } from './parts';
import { certificates, images, namespaceVariable, nonRoot, xds } from './parts';

const metrics = { name: 'metrics', number: 8000 } as const;

/** Contour itself, which reads the routes and tells Envoy; it takes no traffic. */
export function makeControlPlane(scope: Construct, parts: ContourParts): void {
  const { identity, props, namespaces } = parts;
  makeAccess(scope, identity, { namespaceRules, namespaces, ownRules: () => leaderRules(leaseOf(identity)) });
  const { name, namespace, labels } = identity;
  new ApiObject(scope, 'ConfigMap', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace, labels: { ...labels } },
    data: { 'contour.yaml': configurationOf(props) },
  });
  const own = { ...props, exposures: [Exposure.clusterIp()] } as const;
  makeNetworkPolicy(scope, identity, own, [xds], metrics, onlyEnvoy(parts));
  makeWorkload(scope, identity, own, workloadOf(parts));
}

function workloadOf(parts: ContourParts): ControllerWorkload<string> {
  const { identity, props } = parts;
  const { replicas = 2, resources = defaultResources } = props.controlPlane ?? {};
  return {
    image: images.contour,
    args: () => serveArgs(parts),
    ports: [xds],
    sidePorts: [metrics],
    runAsUser: nonRoot,
    writableDirectories: [],
    probes: {
      liveness: { http: { path: '/healthz', port: metrics.name } },
      // It listens there when it has read everything.
      readiness: { tcp: { port: xds.name } },
    },
    gracePeriodSeconds: 30,
    scaling: { replicas },
    resources,
    container: {
      command: ['contour'],
      env: { [namespaceVariable]: Env.field('metadata.namespace'), POD_NAME: Env.field('metadata.name') },
      mounts: {
        [certificates]: { volume: 'certificates', readOnly: true },
        '/config': { volume: 'configuration', readOnly: true },
      },
    },
    pod: {
      volumes: {
        certificates: Volume.secret(secretNames(identity).contour),
        configuration: Volume.configMap(identity.name),
      },
      // It reads its configuration once.
      podAnnotations: { 'exposed-app/configuration': fingerprint(configurationOf(props)) },
    },
  };
}

/** The pods of Envoy; on the host network they have addresses of nodes, and the certificates alone tell them. */
function onlyEnvoy({ envoy, props }: ContourParts): readonly object[] | undefined {
  if (props.exposures.some(({ mode }) => mode === 'hostNetwork')) return undefined;
  return [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': envoy.name } } }];
}
