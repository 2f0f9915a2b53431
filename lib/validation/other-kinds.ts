import { ipProblems } from '../kubernetes/addresses';
import {
  dns1035LabelProblems,
  dns1123SubdomainProblems,
  pathSegmentNameProblems,
  pathSegmentPrefixProblems,
} from '../kubernetes/names';
import type { KindRules } from './kinds';
import type { NameProblems } from './metadata';

// ValidateStorageVersionName
const storageVersionNameProblems: NameProblems = (name) => {
  const dot = name.lastIndexOf('.');
  if (dot < 0) return ["must be '<group>.<resource>'"];
  return [...dns1123SubdomainProblems(name.slice(0, dot)), ...dns1035LabelProblems(name.slice(dot + 1))];
};

const subdomain: KindRules = { nameProblems: dns1123SubdomainProblems };
const reset: KindRules = { ...subdomain, generationResetSince: 0 };
const genericMeta: KindRules = { ...subdomain, finalizersNeedNoDomain: true };
const genericReset: KindRules = { ...genericMeta, generationResetSince: 0 };
const question: KindRules = { nameProblems: pathSegmentNameProblems, nameless: true };

/** What is asked of the metadata of the kinds without value rules, by group and kind. */
export const otherKinds: Readonly<Record<string, KindRules>> = {
  'admissionregistration.k8s.io MutatingAdmissionPolicy': genericReset,
  'admissionregistration.k8s.io MutatingAdmissionPolicyBinding': genericReset,
  'admissionregistration.k8s.io MutatingWebhookConfiguration': genericReset,
  'admissionregistration.k8s.io ValidatingAdmissionPolicy': genericReset,
  'admissionregistration.k8s.io ValidatingAdmissionPolicyBinding': genericReset,
  'admissionregistration.k8s.io ValidatingWebhookConfiguration': genericReset,
  'apps ControllerRevision': subdomain,
  'authentication.k8s.io SelfSubjectReview': question,
  'authentication.k8s.io TokenReview': question,
  'authorization.k8s.io LocalSubjectAccessReview': question,
  'authorization.k8s.io SelfSubjectAccessReview': question,
  'authorization.k8s.io SelfSubjectRulesReview': question,
  'authorization.k8s.io SubjectAccessReview': question,
  'autoscaling HorizontalPodAutoscaler': { ...subdomain, generationResetSince: 37 },
  'certificates.k8s.io CertificateSigningRequest': {
    nameProblems: pathSegmentNameProblems,
    prefixProblems: pathSegmentPrefixProblems,
  },
  'certificates.k8s.io PodCertificateRequest': subdomain,
  'coordination.k8s.io LeaseCandidate': genericMeta,
  'events.k8s.io Event': subdomain,
  'flowcontrol.apiserver.k8s.io FlowSchema': reset,
  'flowcontrol.apiserver.k8s.io PriorityLevelConfiguration': reset,
  'internal.apiserver.k8s.io StorageVersion': { nameProblems: storageVersionNameProblems },
  'networking.k8s.io IPAddress': { nameProblems: ipProblems, prefixProblems: ipProblems },
  'networking.k8s.io ServiceCIDR': subdomain,
  'node.k8s.io RuntimeClass': genericMeta,
  'resource.k8s.io DeviceClass': { ...reset, generateNameIsFree: true },
  'resource.k8s.io DeviceTaintRule': reset,
  'resource.k8s.io ResourceClaim': subdomain,
  'resource.k8s.io ResourceClaimTemplate': subdomain,
  'resource.k8s.io ResourcePoolStatusRequest': subdomain,
  'resource.k8s.io ResourceSlice': reset,
  'scheduling.k8s.io CompositePodGroup': subdomain,
  'scheduling.k8s.io PodGroup': subdomain,
  'scheduling.k8s.io PriorityClass': reset,
  'scheduling.k8s.io Workload': subdomain,
  'storage.k8s.io CSIDriver': subdomain,
  'storage.k8s.io CSINode': subdomain,
  'storage.k8s.io CSIStorageCapacity': subdomain,
  'storage.k8s.io StorageClass': subdomain,
  'storage.k8s.io VolumeAttachment': subdomain,
  'storage.k8s.io VolumeAttributesClass': subdomain,
  'storagemigration.k8s.io StorageVersionMigration': subdomain,
  Binding: question,
  LimitRange: { ...subdomain, nameIsOptional: true },
  Node: subdomain,
  PodTemplate: reset,
  ResourceQuota: subdomain,
};
