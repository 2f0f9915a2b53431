import type { Graph } from '../../graph/graph';
import { podSecurity } from '../../validation/pod-security/pod-security';
import { defineRule } from '../rule';
import { deployment } from './manifests.examples';

const enforce = 'pod-security.kubernetes.io/enforce';
const field = `metadata.labels[${enforce}]`;
const levels = ['privileged', 'baseline', 'restricted'] as const;
type Level = (typeof levels)[number];

const namespace = (labels = ''): string => `
apiVersion: v1
kind: Namespace
metadata: { name: shop${labels === '' ? '' : `, labels: { ${labels} }`} }
---`;
const pods = deployment({ namespace: 'shop' });
const hardened = deployment({
  namespace: 'shop',
  pod: 'securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }',
  container: 'securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }',
});
const onHost = deployment({ namespace: 'shop', pod: 'hostNetwork: true' });

export const namespacePodSecurity = defineRule({
  id: 'exposure/pod-security',
  class: 'risky',
  rating: 'low',
  on: ['Namespace'],
  summary: 'A Namespace enforces the strictest Pod Security level that its pods meet.',
  why: 'Without the label a namespace takes privileged pods, those on the network of the node among them, from whoever may make pods in it: an application that is taken over asks for one.',
  fix: 'Set the label to the level that is named; pods that need more belong into a namespace of their own.',
  symptoms: ['a privileged pod was accepted'],
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-admission/'],
  good: [
    { manifests: namespace(`${enforce}: baseline`) + pods },
    { title: 'as strict as can be', manifests: namespace(`${enforce}: restricted`) + hardened },
    { title: 'whose pods are elsewhere', manifests: namespace() },
    { title: 'whose pods need it', manifests: namespace(`${enforce}: privileged`) + onHost },
  ],
  bad: [
    { title: 'no label', manifests: namespace() + pods, finds: [field] },
    { title: 'the pods need less', manifests: namespace(`${enforce}: privileged`) + pods, finds: [field] },
    { title: 'they meet the strictest', manifests: namespace(`${enforce}: baseline`) + hardened, finds: [field] },
  ],
  *check({ name, labels }, { graph }) {
    const label = labels[enforce];
    const enforced: Level = levels.find((level) => level === label) ?? 'privileged';
    const met = levelMet(name, graph);
    if (met === undefined || levels.indexOf(met) <= levels.indexOf(enforced)) return;
    const seen = label == null ? 'no level is enforced' : `the level '${label}' is enforced`;
    yield {
      field,
      message: `${seen}, and all pods of the set in this namespace meet '${met}'`,
      edits: [{ set: field, value: met }],
    };
  },
});

/** The strictest level that all pods of a namespace meet; undefined where there are none. */
function levelMet(name: string, graph: Graph): Level | undefined {
  const { kubernetes } = graph.target;
  const met = graph.pods.inNamespace(name).map(({ object }) => podSecurity(object.body, { kubernetes }).level);
  return levels.find((level) => met.includes(level));
}
