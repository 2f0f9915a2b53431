import { labelRules } from './labels';
import { kindRules } from './api-group';
import { metadataRules } from './metadata';
import { ownerReferenceRules } from './owner-references';
import { podContainerRules } from './pod/container-catalogue';
import { podSpecRules } from './pod/pod-spec-rules';
import { volumeRules } from './pod/volumes/volume-rules';
import { portRules } from './ports';
import { decodeRules } from './schema/decode';
import { serviceRules } from './service/service-rules';
import { configMapRules } from './config-map';
import { endpointSliceRules } from './endpoint-slice/endpoint-slice';
import { endpointsRules } from './endpoints';
import { eventRules } from './event';
import { horizontalPodAutoscalerRules } from './horizontal-pod-autoscaler/autoscaler-rules';
import { ingressClassRules } from './ingress-class';
import { ingressRules } from './ingress/ingress';
import { leaseRules } from './lease';
import { namespaceRules } from './namespace';
import { networkPolicyRules } from './network-policy';
import { podDisruptionBudgetRules } from './pod-disruption-budget';
import { roleRules } from './rbac/role';
import { roleBindingRules } from './rbac/role-binding';
import { secretRules } from './secret';
import { persistentVolumeRules } from './storage/persistent-volume';
import { persistentVolumeClaimRules } from './storage/persistent-volume-claim';
import { workloadRules } from './workloads/workload-rules';
import { webhookRules } from './webhook-configuration/webhook-configuration';
import { customResourceRules } from './custom-resources/rules';

/** Every rule of the validation: its stable id, and what it asks in one sentence. */
export const validationRules = {
  ...customResourceRules,
  ...decodeRules,
  ...kindRules,
  ...labelRules,
  ...metadataRules,
  ...ownerReferenceRules,
  ...podContainerRules,
  ...podSpecRules,
  ...volumeRules,
  ...portRules,
  ...serviceRules,
  ...configMapRules,
  ...endpointSliceRules,
  ...endpointsRules,
  ...eventRules,
  ...horizontalPodAutoscalerRules,
  ...ingressClassRules,
  ...ingressRules,
  ...leaseRules,
  ...namespaceRules,
  ...networkPolicyRules,
  ...podDisruptionBudgetRules,
  ...roleRules,
  ...roleBindingRules,
  ...secretRules,
  ...persistentVolumeRules,
  ...persistentVolumeClaimRules,
  ...webhookRules,
  ...workloadRules,
} as const;

/** The stable id of a validation rule, `service/node-port-range`. */
export type RuleId = keyof typeof validationRules;
