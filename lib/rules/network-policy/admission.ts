import type { Graph } from '../../graph/graph';
import { oncePerGraph } from '../../graph/once';
import type { SetObject } from '../../graph/set-object';
import type { Workload } from '../../graph/workload';
import type {
  NetworkPolicy,
  NetworkPolicyIngressRule,
  NetworkPolicyPeer,
  NetworkPolicyPort,
} from '../../kubernetes/api';
import { labelSelectorMatcher } from '../../kubernetes/label-selectors';

/** A rule of a policy that lets something in. */
export interface AdmittingRule {
  readonly policy: SetObject<NetworkPolicy>;
  readonly rule: NetworkPolicyIngressRule;
  /** `spec.ingress[0]`. */
  readonly field: string;
}

/** A port of pods. */
export interface PodPort {
  readonly number: number;
  readonly protocol: string;
}

/** Whether network plugins are told more than NetworkPolicies say, by kinds of their own: then nothing certain follows from these. */
export const hasOtherPolicies = oncePerGraph((graph): boolean =>
  graph.objects.some(({ key, kind }) => kind.endsWith('NetworkPolicy') && key !== 'NetworkPolicy'),
);

/** The policies that shut pods off from all that no policy lets in; none where nothing is certain of the pods. */
export function guardsOf(workload: Workload, graph: Graph): readonly SetObject<NetworkPolicy>[] {
  // Policies do not hold on the host network.
  if (workload.spec.hostNetwork === true) return [];
  return graph.policiesOf(workload).filter(({ body }) => {
    const types = body.spec?.policyTypes ?? [];
    return types.length === 0 || types.includes('Ingress');
  });
}

export function rulesOf(policies: readonly SetObject<NetworkPolicy>[]): readonly AdmittingRule[] {
  return policies.flatMap((policy) =>
    (policy.body.spec?.ingress ?? []).map((rule, index) => ({
      ...{ policy, rule: rule ?? {} },
      field: `spec.ingress[${index}]`,
    })),
  );
}

/** Whether a rule is for a port of the pods; one without ports is for all. */
export function isForPort({ rule }: AdmittingRule, port: PodPort, workload: Workload): boolean {
  const ports = rule.ports ?? [];
  return ports.length === 0 || ports.some((one) => admitsPort(one ?? {}, port, workload));
}

function admitsPort({ port, endPort, protocol }: NetworkPolicyPort, asked: PodPort, { ports }: Workload): boolean {
  const said = protocol != null && protocol !== '' ? protocol : 'TCP';
  if (said !== asked.protocol) return false;
  if (port == null) return true;
  if (typeof port === 'number')
    return endPort == null ? port === asked.number : port <= asked.number && asked.number <= endPort;
  return ports.some((one) => one.name === port && one.number === asked.number && one.protocol === said);
}

/** The peers that a rule is for; undefined where it is for everybody. */
export function peersOf({ rule }: AdmittingRule): readonly NetworkPolicyPeer[] | undefined {
  const peers = rule.from ?? [];
  return peers.length === 0 ? undefined : peers.map((peer) => peer ?? {});
}

/** Whether a peer names pods, and not addresses. */
export function isOfPods({ ipBlock }: NetworkPolicyPeer): boolean {
  return ipBlock == null;
}

/** The labels of a namespace, that of its name among them, which every cluster adds. */
export function namespaceLabels(name: string, graph: Graph): Readonly<Record<string, string | null | undefined>> {
  return { ...graph.find('Namespace', '', name)?.labels, 'kubernetes.io/metadata.name': name };
}

/** Whether a peer names the pods of a workload. */
export function namesPods(
  { namespaceSelector, podSelector }: NetworkPolicyPeer,
  policyNamespace: string,
  workload: Workload,
  graph: Graph,
): boolean {
  const { namespace, labels } = workload;
  const inNamespace =
    namespaceSelector == null
      ? namespace === policyNamespace
      : labelSelectorMatcher(namespaceSelector)?.matches(namespaceLabels(namespace, graph)) === true;
  return inNamespace && (podSelector == null || labelSelectorMatcher(podSelector)?.matches(labels) === true);
}
