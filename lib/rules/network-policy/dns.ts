import { itemsOf, numberOf, textOf, valueAt } from '../../manifests/untyped';
import { allPods, besides } from '../../graph/subjects';
import type { SetObject } from '../../graph/set-object';
import type { NetworkPolicy } from '../../kubernetes/api';
import { nameOf } from '../../graph/set-object';
import { defineRule } from '../rule';
import { hasOtherPolicies } from './admission';
import { web } from './example';

const outward = (egress: string, name = 'web'): string => `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name} }
spec: { podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [${egress}] }
`;
const toOrders = '{ to: [{ podSelector: { matchLabels: { app: orders } } }], ports: [{ port: 8080 }] }';
const dns = '{ ports: [{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }] }';

export const policyDns = defineRule({
  id: 'network-policy/dns',
  class: 'broken',
  severity: 'warning',
  on: ['workload'],
  among: besides(['NetworkPolicy'], allPods),
  summary: 'Pods whose way out is restricted to other pods may ask for names.',
  why: 'Services are found by DNS, whose pods are in kube-system as a rule. Without port 53 every name fails before the first connection. A policy of another set may open it.',
  fix: 'Add a rule with port 53 for UDP and TCP, to the namespace kube-system or to everybody.',
  symptoms: [
    'could not resolve host',
    'no such host',
    'i/o timeout on port 53',
    'Temporary failure in name resolution',
  ],
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  good: [
    { manifests: web + outward(`${toOrders}, ${dns}`) },
    { title: 'by another policy', manifests: web + outward(toOrders) + outward(dns, 'dns') },
    { title: 'nothing at all goes out', manifests: web + outward('') },
    {
      title: 'addresses alone',
      manifests: web + outward('{ to: [{ ipBlock: { cidr: 192.0.2.0/24 } }], ports: [{ port: 443 }] }'),
    },
    {
      title: 'everything in a namespace',
      manifests:
        web + outward('{ to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } } }] }'),
    },
  ],
  bad: [
    { title: 'other pods alone', manifests: web + outward(toOrders), finds: ['spec.egress'] },
    {
      title: 'every port of the own namespace',
      manifests: web + outward('{ to: [{ podSelector: {} }] }'),
      finds: ['spec.egress'],
    },
  ],
  *check(workload, { graph }) {
    const policies = graph.policiesOf(workload).filter(restrictsEgress);
    const rules = policies.flatMap(({ body }) => itemsOf(body.spec?.egress));
    const [policy] = policies.filter(({ body }) => itemsOf(body.spec?.egress).some(leadsToPods));
    // Policies do not hold on the host network, and DNS itself is at home in kube-system.
    const isApart = workload.spec.hostNetwork === true || workload.namespace === 'kube-system';
    if (policy === undefined || isApart || rules.some(admitsDns) || hasOtherPolicies(graph)) return;
    yield {
      object: policy,
      field: 'spec.egress',
      message: `the pods of ${nameOf(workload.object)} may reach other pods, and nobody at port 53: names of Services do not resolve`,
      related: [{ object: workload.object, field: `${workload.template}metadata.labels` }],
    };
  },
});

/** Without `policyTypes` a policy with rules for the way out restricts it (SetDefaults_NetworkPolicy). */
function restrictsEgress({ body }: SetObject<NetworkPolicy>): boolean {
  const { policyTypes, egress } = body.spec ?? {};
  return policyTypes == null ? (egress ?? []).length > 0 : policyTypes.includes('Egress');
}

function leadsToPods(rule: unknown): boolean {
  return itemsOf(valueAt(rule, 'to')).some((peer) => valueAt(peer, 'ipBlock') === undefined);
}

/** Whether DNS may be among what the rule lets out. Peers without a namespace are those of the own one, where DNS is not. */
function admitsDns(rule: unknown): boolean {
  const ports = itemsOf(valueAt(rule, 'ports'));
  if (ports.length > 0) return ports.some(isDnsPort);
  const peers = itemsOf(valueAt(rule, 'to'));
  return (
    peers.length === 0 ||
    peers.some((peer) => valueAt(peer, 'podSelector') === undefined || valueAt(peer, 'namespaceSelector') !== undefined)
  );
}

function isDnsPort(port: unknown): boolean {
  const value = valueAt(port, 'port');
  if (value === undefined) return true;
  const first = numberOf(value);
  // CoreDNS on OpenShift and behind some caches listens at 5353, or is named.
  if (first === undefined) return textOf(value).startsWith('dns');
  return first === 5353 || (first <= 53 && 53 <= (numberOf(valueAt(port, 'endPort')) ?? first));
}
