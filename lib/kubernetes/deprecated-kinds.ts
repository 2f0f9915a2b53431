/** A kind that servers warn about. */
export interface DeprecatedKind {
  /** The minor release whose server is the first to warn. */
  readonly since: number;
  /** What to write instead, where there is something. */
  readonly use: string | undefined;
}

const admission = 'admissionregistration.k8s.io';
const certificates = 'certificates.k8s.io';
const flowControl = 'flowcontrol.apiserver.k8s.io';
const resource = 'resource.k8s.io';
const storage = 'storage.k8s.io';

/** `apiVersion: [since, what to use instead, kinds]`, the lifecycle markers of k8s.io/api. */
const lines: readonly (readonly [string, number, string | undefined, readonly string[]])[] = [
  ['v1', 19, undefined, ['ComponentStatus']],
  ['v1', 33, 'discovery.k8s.io/v1 EndpointSlice', ['Endpoints']],
  [`${admission}/v1alpha1`, 29, `${admission}/v1`, ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding']],
  [`${admission}/v1beta1`, 31, `${admission}/v1`, ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding']],
  [`${admission}/v1alpha1`, 35, `${admission}/v1`, ['MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding']],
  [`${admission}/v1beta1`, 37, `${admission}/v1`, ['MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding']],
  ['authentication.k8s.io/v1alpha1', 29, 'authentication.k8s.io/v1', ['SelfSubjectReview']],
  ['authentication.k8s.io/v1beta1', 30, 'authentication.k8s.io/v1', ['SelfSubjectReview']],
  [`${certificates}/v1alpha1`, 34, `${certificates}/v1beta1`, ['ClusterTrustBundle']],
  [`${certificates}/v1alpha1`, 37, `${certificates}/v1`, ['PodCertificateRequest']],
  [`${certificates}/v1beta1`, 37, `${certificates}/v1`, ['ClusterTrustBundle', 'PodCertificateRequest']],
  ['coordination.k8s.io/v1alpha2', 35, 'coordination.k8s.io/v1beta1', ['LeaseCandidate']],
  ['coordination.k8s.io/v1beta1', 36, undefined, ['LeaseCandidate']],
  [`${flowControl}/v1beta2`, 26, `${flowControl}/v1beta3`, ['FlowSchema', 'PriorityLevelConfiguration']],
  [`${flowControl}/v1beta3`, 29, `${flowControl}/v1`, ['FlowSchema', 'PriorityLevelConfiguration']],
  ['networking.k8s.io/v1beta1', 34, 'networking.k8s.io/v1', ['IPAddress', 'ServiceCIDR']],
  [`${resource}/v1alpha3`, 36, undefined, ['DeviceTaintRule']],
  [
    `${resource}/v1beta1`,
    35,
    `${resource}/v1`,
    ['DeviceClass', 'ResourceClaim', 'ResourceClaimTemplate', 'ResourceSlice'],
  ],
  [
    `${resource}/v1beta2`,
    36,
    `${resource}/v1`,
    ['DeviceClass', 'ResourceClaim', 'ResourceClaimTemplate', 'ResourceSlice'],
  ],
  [`${storage}/v1alpha1`, 32, `${storage}/v1`, ['VolumeAttributesClass']],
  [`${storage}/v1beta1`, 34, `${storage}/v1`, ['VolumeAttributesClass']],
  ['storagemigration.k8s.io/v1alpha1', 33, undefined, ['StorageVersionMigration']],
  ['storagemigration.k8s.io/v1beta1', 37, 'storagemigration.k8s.io/v1', ['StorageVersionMigration']],
];

/** By apiVersion and kind: `v1 Endpoints`. */
export const deprecatedKinds: ReadonlyMap<string, DeprecatedKind> = new Map(
  lines.flatMap(([apiVersion, since, use, kinds]) => kinds.map((kind) => [`${apiVersion} ${kind}`, { since, use }])),
);
