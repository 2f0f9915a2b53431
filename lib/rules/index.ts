import { apiRules } from './api';
import { autoscalingRules } from './autoscaling';
import { certManagerRules } from './cert-manager';
import { contourRules } from './contour';
import { controllerRules } from './controller';
import { disruptionRules } from './disruption';
import { exposureRules } from './exposure';
import { gatewayRules } from './gateway';
import { hostRules } from './host';
import { ingressRules } from './ingress';
import { isolationRules } from './isolation';
import { istioRules } from './istio';
import { metallbRules } from './metallb';
import { networkPolicyRules } from './network-policy';
import { nginxRules } from './nginx';
import { policyRules } from './policy';
import { rbacRules } from './rbac';
import { routeRules } from './route';
import { serviceRules } from './service';
import { setRules } from './set';
import { tlsRules } from './tls';
import { traefikRules } from './traefik';
import { workloadRules } from './workload';
import type { CheckedRule } from './rule';

/** Every rule over a set of manifests, by subject. Their explanations are in ./explained. */
export const rules: readonly CheckedRule[] = [
  ...apiRules,
  ...autoscalingRules,
  ...certManagerRules,
  ...contourRules,
  ...controllerRules,
  ...disruptionRules,
  ...exposureRules,
  ...gatewayRules,
  ...hostRules,
  ...ingressRules,
  ...isolationRules,
  ...istioRules,
  ...metallbRules,
  ...networkPolicyRules,
  ...nginxRules,
  ...policyRules,
  ...rbacRules,
  ...routeRules,
  ...serviceRules,
  ...setRules,
  ...tlsRules,
  ...traefikRules,
  ...workloadRules,
];
