import type { KubernetesMinor } from '../../kubernetes/versions';

/** Labels of nodes on their way out, with what to write instead; nodeapi.GetNodeLabelDeprecatedMessage. */
const instead: Readonly<Record<string, string>> = {
  'beta.kubernetes.io/arch': "use 'kubernetes.io/arch'",
  'beta.kubernetes.io/os': "use 'kubernetes.io/os'",
  'failure-domain.beta.kubernetes.io/region': "use 'topology.kubernetes.io/region'",
  'failure-domain.beta.kubernetes.io/zone': "use 'topology.kubernetes.io/zone'",
  'beta.kubernetes.io/instance-type': "use 'node.kubernetes.io/instance-type'",
  'node-role.kubernetes.io/master': "use 'node-role.kubernetes.io/control-plane'",
};

/** Those of which servers warn since 1.33. */
const insteadSince1Dot33: Readonly<Record<string, string>> = {
  'app.kubernetes.io/created-by': 'it has no successor',
  'scheduler.alpha.kubernetes.io/preferAvoidPods': 'use taints and tolerations',
};

/** What to do instead of choosing nodes by that label; undefined where it is fine. */
export function nodeLabelAdvice(key: string, minor: KubernetesMinor): string | undefined {
  if (Object.hasOwn(instead, key)) return instead[key];
  return minor >= 33 && Object.hasOwn(insteadSince1Dot33, key) ? insteadSince1Dot33[key] : undefined;
}
