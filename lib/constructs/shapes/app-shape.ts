import {
  boolean,
  booleanOr,
  fields,
  listOf,
  needed,
  mapOf,
  number,
  oneOf,
  propsOf,
  text,
  textOr,
  type Shape,
} from '../../kubernetes/shape';
import type { ExposedAppProps } from '../exposed-app-props';
import type { IsolationProps, Peer } from '../isolation/props';
import type {
  AutoscalingProps,
  DisruptionBudgetProps,
  ScalingProps,
  StatefulProps,
  VolumeClaim,
} from '../workload/scaling';
import { containersShape, named, ofContainer } from './container-shapes';
import { exposureShape } from './exposure-shape';
import { waiversShape } from './service-shapes';

const share = textOr(number);

const peer = propsOf<Peer>({ namespace: textOr(mapOf(text)), pods: mapOf(text), cidrs: listOf(text) }, [
  'cidrs',
  'pods',
]);

export const autoscalingShape = propsOf<AutoscalingProps>({
  minReplicas: number,
  maxReplicas: needed(number),
  cpuUtilization: number,
  memoryUtilization: number,
  metrics: listOf(fields),
  behavior: fields,
});

const stateful = propsOf<StatefulProps>({
  volumeClaims: mapOf(propsOf<VolumeClaim>({ size: needed(text), storageClassName: text, accessModes: listOf(text) })),
  podManagementPolicy: text,
});

const updateStrategy = propsOf<NonNullable<ScalingProps['updateStrategy']>>({
  type: text,
  maxSurge: share,
  maxUnavailable: share,
  partition: number,
});

const disruptionBudget = propsOf<DisruptionBudgetProps>({ maxUnavailable: share, minAvailable: share }, [
  'maxUnavailable',
  'minAvailable',
]);

export const appShape: Shape = propsOf<ExposedAppProps>(
  {
    ...ofContainer,
    // Pods of others have none.
    image: text,
    name: text,
    namespace: text,
    labels: mapOf(text),
    annotations: mapOf(text),
    isolate: booleanOr(propsOf<IsolationProps>({ clients: listOf(peer), controller: peer, nodes: listOf(text) })),
    exposures: listOf(exposureShape),
    waivers: waiversShape,
    workload: fields,
    selector: mapOf(text),
    containers: containersShape,
    sidecars: containersShape,
    initContainers: containersShape,
    volumes: mapOf(fields),
    serviceAccount: named,
    mountServiceAccountToken: boolean,
    imagePullSecrets: listOf(named),
    nodeSelector: mapOf(text),
    tolerations: listOf(fields),
    affinity: fields,
    topologySpread: booleanOr(listOf(fields)),
    priorityClass: text,
    terminationGracePeriodSeconds: number,
    drainSeconds: number,
    serviceLinks: boolean,
    podSecurityContext: fields,
    podAnnotations: mapOf(text),
    minReadySeconds: number,
    disruptionBudget: booleanOr(disruptionBudget),
    replicas: number,
    updateStrategy,
    autoscaling: autoscalingShape,
    perNode: oneOf(true),
    stateful: booleanOr(stateful),
  },
  ['image', 'containers', 'workload', 'selector'],
  ['autoscaling', 'perNode', 'stateful'],
  ['replicas', 'autoscaling', 'perNode'],
);
