import {
  dns1123LabelProblems,
  dns1123SubdomainProblems,
  pathSegmentNameProblems,
  pathSegmentPrefixProblems,
} from '../kubernetes/names';
import { validateConfigMap } from './config-map';
import { validateEndpointSlice } from './endpoint-slice/endpoint-slice';
import { validateEndpoints } from './endpoints';
import { validateCoreEvent, validateNewEvent } from './event';
import { validateHorizontalPodAutoscaler } from './horizontal-pod-autoscaler/horizontal-pod-autoscaler';
import { validateIngress } from './ingress/ingress';
import { validateIngressClass } from './ingress-class';
import { validateLease } from './lease';
import { admitNamespace, validateNamespace } from './namespace';
import { validateNetworkPolicy } from './network-policy';
import { validatePodDisruptionBudget } from './pod-disruption-budget';
import { validateClusterRole, validateRole } from './rbac/role';
import { validateClusterRoleBinding, validateRoleBinding } from './rbac/role-binding';
import { validateSecret } from './secret';
import type { ValidationContext } from './context';
import type { FieldErrors } from './field-errors';
import type { MetadataForm } from './metadata';
import { otherKinds } from './other-kinds';
import { validatePod } from './pod/pod';
import { validateServiceAllocation } from './service/allocation';
import { serviceNameProblems, validateService } from './service/service';
import { validatePersistentVolume } from './storage/persistent-volume';
import { validatePersistentVolumeClaim } from './storage/persistent-volume-claim';
import { validateWebhookConfiguration } from './webhook-configuration/webhook-configuration';
import { validateCronJob } from './workloads/cron-job';
import { validateDaemonSet } from './workloads/daemon-set';
import { validateDeployment } from './workloads/deployment';
import { validateJob } from './workloads/job';
import { validateReplicaSet } from './workloads/replica-set';
import { validateReplicationController } from './workloads/replication-controller';
import { validateStatefulSet } from './workloads/stateful-set';

/** How objects of a kind are validated once they are decoded. */
export interface KindRules extends Omit<MetadataForm, 'namespaced'> {
  /** What admission plugins and allocators refuse before anything else is looked at. */
  admit?(object: unknown, context: ValidationContext, errors: FieldErrors): void;
  /** What admission plugins refuse of an object that is sound otherwise. */
  admitLast?(object: unknown, context: ValidationContext, errors: FieldErrors): void;
  /** Everything of the object but its metadata. A method, so that a validator may name the type that decoding has proven. */
  validate?(object: unknown, context: ValidationContext, errors: FieldErrors): void;
  /** The metadata is looked at only where nothing else is wrong: rest.BeforeCreate does it, not the kind's own validation. */
  readonly metadataLast?: boolean;
  /** The kind is a question to the server and never stored: it needs no name. */
  readonly nameless?: boolean;
}

const subdomain = { nameProblems: dns1123SubdomainProblems };
const reset = { ...subdomain, generationResetSince: 0 };
// ValidateRBACName does not care whether more will follow
const rbac = { nameProblems: pathSegmentNameProblems, prefixProblems: pathSegmentNameProblems };

const webhooks: KindRules = { ...reset, finalizersNeedNoDomain: true, validate: validateWebhookConfiguration };

/** rest.BeforeCreate, for a kind whose own validation does not look at the metadata. */
const generic: KindRules = {
  nameProblems: pathSegmentNameProblems,
  prefixProblems: pathSegmentPrefixProblems,
  finalizersNeedNoDomain: true,
  metadataLast: true,
};

/** The kinds with value rules, by apiVersion and kind. */
export const validatedKinds: Readonly<Record<string, KindRules>> = {
  'v1 ConfigMap': { ...subdomain, validate: validateConfigMap },
  'v1 Endpoints': { ...subdomain, validate: validateEndpoints },
  'v1 Event': { ...generic, validate: validateCoreEvent },
  'v1 Namespace': {
    nameProblems: dns1123LabelProblems,
    nameLabel: 'kubernetes.io/metadata.name',
    validate: validateNamespace,
    admitLast: admitNamespace,
  },
  'v1 PersistentVolume': { ...subdomain, validate: validatePersistentVolume },
  'v1 PersistentVolumeClaim': { ...subdomain, validate: validatePersistentVolumeClaim },
  'v1 Pod': { ...subdomain, generationResetSince: 33, validate: validatePod },
  // ValidateObjectMetaWithOpts in the newest releases
  'v1 ReplicationController': { ...reset, generateNameIsFree: true, validate: validateReplicationController },
  'v1 Secret': { ...subdomain, validate: validateSecret },
  'v1 Service': { nameProblems: serviceNameProblems, admit: validateServiceAllocation, validate: validateService },
  'v1 ServiceAccount': { ...subdomain },
  'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration': webhooks,
  'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration': webhooks,
  'apps/v1 DaemonSet': { ...reset, validate: validateDaemonSet },
  'apps/v1 Deployment': { ...reset, validate: validateDeployment },
  'apps/v1 ReplicaSet': { ...reset, validate: validateReplicaSet },
  'apps/v1 StatefulSet': { ...reset, nameProblems: dns1123LabelProblems, validate: validateStatefulSet },
  'autoscaling/v2 HorizontalPodAutoscaler': {
    ...subdomain,
    generationResetSince: 37,
    validate: validateHorizontalPodAutoscaler,
  },
  'batch/v1 CronJob': { ...reset, validate: validateCronJob },
  'batch/v1 Job': { ...reset, validate: validateJob },
  'coordination.k8s.io/v1 Lease': { ...subdomain, finalizersNeedNoDomain: true, validate: validateLease },
  'discovery.k8s.io/v1 EndpointSlice': { ...reset, validate: validateEndpointSlice },
  'events.k8s.io/v1 Event': { ...subdomain, validate: validateNewEvent },
  'networking.k8s.io/v1 Ingress': { ...reset, validate: validateIngress },
  'networking.k8s.io/v1 IngressClass': { ...reset, validate: validateIngressClass },
  'networking.k8s.io/v1 NetworkPolicy': { ...reset, validate: validateNetworkPolicy },
  'policy/v1 PodDisruptionBudget': { ...generic, generationResetSince: 0, validate: validatePodDisruptionBudget },
  'rbac.authorization.k8s.io/v1 ClusterRole': { ...rbac, validate: validateClusterRole },
  'rbac.authorization.k8s.io/v1 ClusterRoleBinding': { ...rbac, validate: validateClusterRoleBinding },
  'rbac.authorization.k8s.io/v1 Role': { ...rbac, validate: validateRole },
  'rbac.authorization.k8s.io/v1 RoleBinding': { ...rbac, validate: validateRoleBinding },
};

/** The rules of a built-in kind; those of its metadata hold for all versions of its group. */
export function rulesOfKind(apiVersion: string, kind: string): KindRules {
  const group = apiVersion.slice(0, Math.max(apiVersion.indexOf('/'), 0));
  return validatedKinds[`${apiVersion} ${kind}`] ?? otherKinds[`${group} ${kind}`.trimStart()] ?? generic;
}
