import { FieldPath } from '../../findings/field-path';
import { deprecatedKinds } from '../../kubernetes/deprecated-kinds';
import { type KubernetesMinor, newestMinor, parseKubernetesVersion } from '../../kubernetes/versions';
import { isBuiltInGroup, isCustomApiVersion } from '../api-group';
import { podOf } from '../pod-of-manifest';
import { textOf, valueAt } from '../../manifests/untyped';
import { endpointSliceWarnings, endpointsWarnings, networkPolicyWarnings } from './endpoints';
import { finalizerWarnings, metadataWarnings } from './metadata';
import { podWarnings } from './pod';
import type { WarningId } from './rules';
import { secretWarnings } from './secret';
import { serviceWarnings } from './service';
import { ingressWarnings, serviceAccountWarnings } from './small-kinds';
import { persistentVolumeClaimWarnings } from './storage';
import type { Warnings } from './warning';
import { cronJobWarnings, jobSpecWarnings, statefulSetWarnings, workloadNameWarnings } from './workloads';

/** Something that the server accepts and warns about. */
export interface Deprecation {
  /** The field as the server prints it: `spec.externalIPs`. */
  readonly field: string;
  /** What is wrong, and what to do instead. */
  readonly message: string;
  /** The stable id of the warning: `warning/deprecated-field`. */
  readonly rule: WarningId;
}

export interface DeprecationOptions {
  /** @default - the newest release known */
  readonly kubernetes?: string;
}

/**
 * What an API server of that release warns about when the manifest is created: what is deprecated, ignored or surprising.
 *
 * The server warns only of what it accepts; ask `validateManifest` first.
 *
 * @throws RangeError where the options name a Kubernetes version that is not known. The manifest may be anything.
 */
export function deprecations(manifest: unknown, options: DeprecationOptions = {}): Deprecation[] {
  const minor = options.kubernetes === undefined ? newestMinor : parseKubernetesVersion(options.kubernetes);
  if (minor === undefined) throw new RangeError(`Kubernetes '${options.kubernetes ?? ''}' is not known`);
  return Array.from(warningsOf(manifest, minor), ({ rule, path, message }) => ({
    field: path.toString(),
    message,
    rule,
  }));
}

function* warningsOf(manifest: unknown, minor: KubernetesMinor): Warnings {
  const apiVersion = textOf(valueAt(manifest, 'apiVersion'));
  const kind = `${apiVersion} ${textOf(valueAt(manifest, 'kind'))}`;
  const deprecated = deprecatedKinds.get(kind);
  if (deprecated !== undefined && deprecated.since <= minor) {
    const advice = deprecated.use === undefined ? '' : `: use ${deprecated.use}`;
    const message = `${kind} is deprecated since Kubernetes 1.${deprecated.since}${advice}`;
    yield { rule: 'warning/deprecated-kind', path: FieldPath.of('apiVersion'), message };
  }
  yield* metadataWarnings(manifest);
  if (minor >= 29 && isCustomApiVersion(apiVersion) && !isBuiltInGroup(apiVersion)) yield* finalizerWarnings(manifest);
  if (Object.hasOwn(warningsByKind, kind)) yield* warningsByKind[kind]?.(manifest, minor) ?? [];
}

function* ofPods(manifest: unknown, minor: KubernetesMinor): Warnings {
  const pod = podOf(manifest);
  if (pod !== undefined) yield* podWarnings(pod, minor);
}

function* ofNamedPods(manifest: unknown, minor: KubernetesMinor): Warnings {
  yield* workloadNameWarnings(manifest);
  yield* ofPods(manifest, minor);
}

function* ofJobs(job: unknown, minor: KubernetesMinor): Warnings {
  yield* jobSpecWarnings(valueAt(job, 'spec'), FieldPath.of('spec'));
  yield* ofNamedPods(job, minor);
}

function* ofCronJobs(cronJob: unknown, minor: KubernetesMinor): Warnings {
  yield* cronJobWarnings(cronJob, minor);
  yield* ofNamedPods(cronJob, minor);
}

function* ofStatefulSets(statefulSet: unknown, minor: KubernetesMinor): Warnings {
  yield* statefulSetWarnings(statefulSet, minor);
  yield* ofPods(statefulSet, minor);
}

/** `WarningsOnCreate` of the kinds that have one. */
const warningsByKind: Readonly<Record<string, (manifest: unknown, minor: KubernetesMinor) => Warnings>> = {
  'v1 Endpoints': endpointsWarnings,
  'v1 PersistentVolumeClaim': persistentVolumeClaimWarnings,
  'v1 Pod': ofNamedPods,
  'v1 PodTemplate': ofPods,
  'v1 ReplicationController': ofNamedPods,
  'v1 Secret': secretWarnings,
  'v1 Service': serviceWarnings,
  'v1 ServiceAccount': serviceAccountWarnings,
  'apps/v1 DaemonSet': ofPods,
  'apps/v1 Deployment': ofNamedPods,
  'apps/v1 ReplicaSet': ofNamedPods,
  'apps/v1 StatefulSet': ofStatefulSets,
  'batch/v1 CronJob': ofCronJobs,
  'batch/v1 Job': ofJobs,
  'discovery.k8s.io/v1 EndpointSlice': endpointSliceWarnings,
  'networking.k8s.io/v1 Ingress': ingressWarnings,
  'networking.k8s.io/v1 NetworkPolicy': networkPolicyWarnings,
};
