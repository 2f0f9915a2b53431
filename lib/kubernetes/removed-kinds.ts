/** Kinds that were gone before the oldest release we know, which old manifests still hold. */
export interface RemovedKind {
  /** The release that no longer served it: 22 is Kubernetes 1.22. */
  readonly minor: number;
  /** The apiVersion to write instead, where there is one. */
  readonly use?: string;
}

const removals: readonly (readonly [minor: number, apiVersion: string, kinds: string, use?: string])[] = [
  [16, 'apps/v1beta1', 'ControllerRevision Deployment StatefulSet', 'apps/v1'],
  [16, 'apps/v1beta2', 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet', 'apps/v1'],
  [16, 'extensions/v1beta1', 'DaemonSet Deployment ReplicaSet', 'apps/v1'],
  [16, 'extensions/v1beta1', 'NetworkPolicy', 'networking.k8s.io/v1'],
  [16, 'extensions/v1beta1', 'PodSecurityPolicy'],
  [20, 'settings.k8s.io/v1alpha1', 'PodPreset'],
  [21, 'batch/v2alpha1', 'CronJob', 'batch/v1'],
  [22, 'admissionregistration.k8s.io/v1beta1', 'MutatingWebhookConfiguration', 'admissionregistration.k8s.io/v1'],
  [22, 'admissionregistration.k8s.io/v1beta1', 'ValidatingWebhookConfiguration', 'admissionregistration.k8s.io/v1'],
  [22, 'apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition', 'apiextensions.k8s.io/v1'],
  [22, 'apiregistration.k8s.io/v1beta1', 'APIService', 'apiregistration.k8s.io/v1'],
  [22, 'authentication.k8s.io/v1beta1', 'TokenReview', 'authentication.k8s.io/v1'],
  [22, 'authorization.k8s.io/v1beta1', 'LocalSubjectAccessReview SelfSubjectAccessReview', 'authorization.k8s.io/v1'],
  [22, 'authorization.k8s.io/v1beta1', 'SelfSubjectRulesReview SubjectAccessReview', 'authorization.k8s.io/v1'],
  [22, 'certificates.k8s.io/v1beta1', 'CertificateSigningRequest', 'certificates.k8s.io/v1'],
  [22, 'coordination.k8s.io/v1beta1', 'Lease', 'coordination.k8s.io/v1'],
  [22, 'extensions/v1beta1', 'Ingress', 'networking.k8s.io/v1'],
  [22, 'networking.k8s.io/v1beta1', 'Ingress IngressClass', 'networking.k8s.io/v1'],
  [
    22,
    'rbac.authorization.k8s.io/v1alpha1',
    'ClusterRole ClusterRoleBinding Role RoleBinding',
    'rbac.authorization.k8s.io/v1',
  ],
  [
    22,
    'rbac.authorization.k8s.io/v1beta1',
    'ClusterRole ClusterRoleBinding Role RoleBinding',
    'rbac.authorization.k8s.io/v1',
  ],
  [22, 'scheduling.k8s.io/v1beta1', 'PriorityClass', 'scheduling.k8s.io/v1'],
  [22, 'storage.k8s.io/v1beta1', 'CSIDriver CSINode StorageClass VolumeAttachment', 'storage.k8s.io/v1'],
  [25, 'autoscaling/v2beta1', 'HorizontalPodAutoscaler', 'autoscaling/v2'],
  [25, 'batch/v1beta1', 'CronJob', 'batch/v1'],
  [25, 'discovery.k8s.io/v1beta1', 'EndpointSlice', 'discovery.k8s.io/v1'],
  [25, 'events.k8s.io/v1beta1', 'Event', 'events.k8s.io/v1'],
  [25, 'node.k8s.io/v1beta1', 'RuntimeClass', 'node.k8s.io/v1'],
  [25, 'policy/v1beta1', 'PodDisruptionBudget', 'policy/v1'],
  [25, 'policy/v1beta1', 'PodSecurityPolicy'],
  [26, 'autoscaling/v2beta2', 'HorizontalPodAutoscaler', 'autoscaling/v2'],
  [
    26,
    'flowcontrol.apiserver.k8s.io/v1beta1',
    'FlowSchema PriorityLevelConfiguration',
    'flowcontrol.apiserver.k8s.io/v1',
  ],
  [27, 'storage.k8s.io/v1beta1', 'CSIStorageCapacity', 'storage.k8s.io/v1'],
];

/** By apiVersion and kind, as in schemas.json. */
export const removedKinds: ReadonlyMap<string, RemovedKind> = new Map(
  removals.flatMap(([minor, apiVersion, kinds, use]) =>
    kinds
      .split(' ')
      .map((kind): [string, RemovedKind] => [`${apiVersion} ${kind}`, use === undefined ? { minor } : { minor, use }]),
  ),
);
