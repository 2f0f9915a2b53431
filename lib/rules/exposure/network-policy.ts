import type { Graph } from '../../graph/graph';
import type { Workload } from '../../graph/workload';
import { itemsOf } from '../../manifests/untyped';
import { wayNames } from './outside';
import { defineRule } from '../rule';
import { deployment, ingress, service } from './manifests.examples';

/** Kinds of network plugins that do the same and more. */
const otherPolicies = [
  'cilium.io CiliumNetworkPolicy',
  'crd.projectcalico.org NetworkPolicy',
  'projectcalico.org NetworkPolicy',
  'crd.antrea.io NetworkPolicy',
] as const;
/** And those that hold for the whole cluster. */
const clusterPolicies = [
  'cilium.io CiliumClusterwideNetworkPolicy',
  'crd.projectcalico.org GlobalNetworkPolicy',
  'projectcalico.org GlobalNetworkPolicy',
  'crd.antrea.io ClusterNetworkPolicy',
  'policy.networking.k8s.io AdminNetworkPolicy',
  'policy.networking.k8s.io BaselineAdminNetworkPolicy',
] as const;

const policy = (spec: string): string => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec: ${spec}
---`;
const exposed = deployment() + service('type: NodePort');
const finds = ['spec.template'];

export const networkPolicy = defineRule({
  id: 'exposure/network-policy',
  class: 'risky',
  rating: 'medium',
  on: ['workload'],
  summary: 'A NetworkPolicy says who may connect to pods that are reached from outside.',
  why: 'Without one every pod of the cluster connects to every port of them, past the controller with its TLS and its questions; and whoever takes over the exposed application goes on from there.',
  fix: 'Add a NetworkPolicy of type Ingress that selects the pods and lets in what the ways in need and nothing else; ExposedApp({ isolate: true }) writes it.',
  symptoms: ['every pod can reach every pod', 'lateral movement'],
  references: [
    'https://hub.armosec.io/docs/c-0260',
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  ],
  good: [
    {
      manifests:
        exposed + policy('{ podSelector: { matchLabels: { app: web } }, ingress: [{ ports: [{ port: 8080 }] }] }'),
    },
    {
      title: 'nothing for all of the namespace',
      manifests: exposed + policy('{ podSelector: {}, policyTypes: [Ingress] }'),
    },
    { title: 'reached from inside alone', manifests: deployment() + service('type: ClusterIP') },
    { title: 'on the network of the node, where none holds', manifests: deployment({ pod: 'hostNetwork: true' }) },
    {
      title: 'a policy of the network plugin',
      manifests: `${exposed}
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: web }
spec: { endpointSelector: {} }
`,
    },
  ],
  bad: [
    { manifests: exposed, finds },
    {
      title: 'behind an Ingress',
      manifests: deployment() + service('type: ClusterIP') + ingress('a.example.com'),
      finds,
    },
    {
      title: 'a policy for others',
      manifests: exposed + policy('{ podSelector: { matchLabels: { app: api } } }'),
      finds,
    },
    {
      title: 'a policy for what goes out',
      manifests: exposed + policy('{ podSelector: {}, policyTypes: [Egress], egress: [] }'),
      finds,
    },
    { title: 'by a host port', manifests: deployment({ ports: '[{ containerPort: 80, hostPort: 80 }]' }), finds },
  ],
  *check(workload, { graph }) {
    if (workload.spec.hostNetwork === true) return;
    const ways = graph.waysIn.to(workload).filter(({ reach }) => reach !== 'node');
    const [first] = ways;
    if (first === undefined || isGuarded(workload, graph)) return;
    const names = [...new Set(ways.map(({ way }) => wayNames[way]))].join(', ');
    yield {
      field: workload.template === '' ? 'spec' : workload.template.slice(0, -1),
      message: `no NetworkPolicy of namespace '${workload.namespace}' selects the pods, which are reached by ${names}`,
      related: [{ object: first.object, field: first.field }],
    };
  },
});

function isGuarded(workload: Workload, graph: Graph): boolean {
  if (graph.policiesOf(workload).some(({ body }) => isForIngress(body.spec?.policyTypes))) return true;
  if (clusterPolicies.some((kind) => graph.ofKind(kind).length > 0)) return true;
  return otherPolicies.some((kind) => graph.names(kind, workload.namespace).length > 0);
}

/** Every policy is for what comes in, unless it names its types (SetDefaults_NetworkPolicy). */
function isForIngress(types: unknown): boolean {
  const list = itemsOf(types);
  return list.length === 0 || list.includes('Ingress');
}
