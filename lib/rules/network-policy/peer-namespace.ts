import type { Severity } from '../../findings/finding';
import type { Graph } from '../../graph/graph';
import type { NetworkPolicyPeer } from '../../kubernetes/api';
import { labelSelectorMatcher } from '../../kubernetes/label-selectors';
import { nearest } from '../../kubernetes/wording';
import { printLabels } from '../labels';
import { defineRule, type Edit } from '../rule';
import { namespaceLabels } from './admission';
import { namespace, policy, web } from './example';

const nameLabel = 'kubernetes.io/metadata.name';
const from = (labels: string): string => policy(`{ from: [{ namespaceSelector: { matchLabels: { ${labels} } } }] }`);
const finds = ['spec.ingress[0].from[0].namespaceSelector'];

export const policyPeerNamespace = defineRule({
  id: 'network-policy/peer-namespace',
  class: 'broken',
  on: ['NetworkPolicy'],
  summary: 'The namespaces that a policy lets in have the labels by which it names them.',
  why: 'A namespace has the label kubernetes.io/metadata.name and what its manifest says, not a label `name`: a selector that fits none lets nobody in, and everything is dropped.',
  fix: 'Name the namespace by kubernetes.io/metadata.name, which every cluster sets, or add the label to its manifest.',
  symptoms: ['504 from the controller', 'connection timed out'],
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-namespace-by-its-name',
  ],
  good: [
    { manifests: web + namespace('ingress') + from('kubernetes.io/metadata.name: ingress') },
    { title: 'a namespace of another set', manifests: web + from('kubernetes.io/metadata.name: ingress-nginx') },
    { title: 'a label of its own', manifests: web + namespace('ingress', 'role: edge') + from('role: edge') },
    { title: 'a label, in a set without namespaces', manifests: web + from('role: edge') },
  ],
  bad: [
    { title: 'a label that it does not have', manifests: web + namespace('ingress') + from('name: ingress'), finds },
    { title: 'a label that no namespace has by itself', manifests: web + from('name: ingress-nginx'), finds },
    {
      title: 'a name that is spelt otherwise',
      manifests: web + namespace('ingress-nginx') + from('kubernetes.io/metadata.name: ingress-ngin'),
      finds,
    },
    {
      title: 'a label that no namespace of the set has',
      manifests: web + namespace('ingress') + from('role: edge'),
      finds,
    },
  ],
  *check(policy, { graph }) {
    for (const [rule, ingress] of (policy.body.spec?.ingress ?? []).entries()) {
      for (const [index, peer] of (ingress?.from ?? []).entries()) {
        const field = `spec.ingress[${rule}].from[${index}].namespaceSelector`;
        const labels = labelsOf(peer ?? {});
        const fault = labels === undefined ? undefined : faultOf(labels, `${field}.matchLabels`, graph);
        if (labels === undefined || fault === undefined) continue;
        const { severity, edits, text } = fault;
        yield { field, severity, edits, message: `no namespace of the set has ${printLabels(labels)}${text}` };
      }
    }
  },
});

type Labels = Readonly<Record<string, string | null | undefined>>;

/** The labels that are asked for, where nothing else is. */
function labelsOf({ namespaceSelector }: NetworkPolicyPeer): Labels | undefined {
  const { matchLabels, matchExpressions } = namespaceSelector ?? {};
  if (matchLabels == null || Object.keys(matchLabels).length === 0 || (matchExpressions ?? []).length > 0)
    return undefined;
  return matchLabels;
}

interface Fault {
  readonly text: string;
  readonly severity: Severity;
  readonly edits: readonly Edit[];
}

function faultOf(labels: Labels, field: string, graph: Graph): Fault | undefined {
  const known = graph.ofKind('Namespace').map(({ name }) => name);
  const matcher = labelSelectorMatcher({ matchLabels: labels });
  if (matcher === undefined || known.some((name) => matcher.matches(namespaceLabels(name, graph)))) return undefined;
  const named = labels[nameLabel];
  if (named != null) {
    const near = graph.target.has('Namespace', '', named) ? undefined : nearest(named, known);
    if (near === undefined) return undefined;
    return {
      text: `; '${near}' is the nearest`,
      severity: 'error',
      edits: [{ set: `${field}[${nameLabel}]`, value: near }],
    };
  }
  const [key, value] = Object.entries(labels).find((entry) => known.includes(entry[1] ?? '')) ?? [];
  if (key !== undefined) {
    const edits: Edit[] = [{ rename: `${field}[${key}]`, to: nameLabel }];
    return { text: `; namespace '${value ?? ''}' has ${nameLabel}=${value ?? ''}`, severity: 'error', edits };
  }
  // Another set may make the namespace, with labels of its own.
  const guess = { severity: 'warning', edits: [] } as const;
  if (known.length > 0) return { ...guess, text: '' };
  return labels['name'] == null
    ? undefined
    : { ...guess, text: `, and a cluster sets no label 'name': ${nameLabel} is the one` };
}
