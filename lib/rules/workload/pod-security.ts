import type { Graph } from '../../graph/graph';
import type { Workload } from '../../graph/workload';
import { parseKubernetesVersion } from '../../kubernetes/versions';
import { podSecurity, type PodSecurityViolation } from '../../validation/pod-security/pod-security';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';

const label = 'pod-security.kubernetes.io/enforce';

const namespace = (level: string): string => `
---
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { ${label}: ${level} } }
`;

const web = (pod: string, container?: string): string =>
  deployment('web', 'app: web', { namespace: 'shop', pod, ...(container === undefined ? {} : { container }) });

const restricted =
  'securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }, runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }';

export const podSecurityLevel = defineRule({
  id: 'workload/pod-security',
  class: 'broken',
  on: ['workload'],
  among: (graph) => (graph.ofKind('Namespace').some(({ labels }) => label in labels) ? graph.pods.all : []),
  summary: 'Pods meet the Pod Security level that their namespace enforces.',
  why: 'The Deployment is accepted, and the API server refuses each of its pods: "violates PodSecurity". There are none, and nothing answers.',
  fix: 'Mend the field, or give the namespace a level that allows it, for as few applications as can be.',
  symptoms: ['violates PodSecurity', 'FailedCreate', 'no pods at all', '503', 'Progressing'],
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-admission/'],
  good: [
    { title: 'nothing enforced', manifests: web('hostNetwork: true') },
    { title: 'the level that it needs', manifests: namespace('privileged') + web('hostNetwork: true') },
    { title: 'restricted', manifests: namespace('restricted') + web('', restricted) },
  ],
  bad: [
    {
      title: 'the host network under baseline',
      manifests: namespace('baseline') + web('hostNetwork: true'),
      finds: ['spec.template.spec.hostNetwork'],
    },
    {
      title: 'one thing that restricted asks for',
      manifests: namespace('restricted') + web('', restricted.replace(', runAsNonRoot: true', '')),
      finds: ['spec.template.spec.containers[0].securityContext.runAsNonRoot'],
    },
  ],
  *check(workload, { graph }) {
    const { namespace } = workload;
    const holder = graph.find('Namespace', '', namespace);
    const level = holder?.labels[label];
    if (holder === undefined || (level !== 'baseline' && level !== 'restricted')) return;
    for (const { field, control, message } of violationsOf(workload, level, graph)) {
      yield {
        field,
        message: `namespace '${namespace}' enforces the level '${level}', whose control '${control}' refuses the pods: ${message}`,
        related: [{ object: holder, field: `metadata.labels[${label}]` }],
      };
    }
  },
});

/** Those of the level, and of the level below where none of its own stands at that field. */
function violationsOf(
  { object, namespace }: Workload,
  level: 'baseline' | 'restricted',
  graph: Graph,
): readonly PodSecurityViolation[] {
  const said = graph.find('Namespace', '', namespace)?.labels[`${label}-version`]?.replace(/^v/, '');
  const known = said !== undefined && parseKubernetesVersion(said) !== undefined ? said : graph.target.kubernetes;
  const all = podSecurity(object.body, { kubernetes: known }).violations;
  const own = all.filter((violation) => violation.level === level);
  const fields = new Set(own.map(({ field }) => field));
  return level === 'baseline'
    ? own
    : [...own, ...all.filter((one) => one.level === 'baseline' && !fields.has(one.field))];
}
