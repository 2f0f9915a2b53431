import type { Severity } from '../../findings/finding';
import type { Graph } from '../../graph/graph';
import { nameOf } from '../../graph/set-object';
import type { WayIn } from '../../graph/ways-in';
import type { Workload } from '../../graph/workload';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';
import {
  guardsOf,
  hasOtherPolicies,
  isForPort,
  isOfPods,
  namesPods,
  peersOf,
  rulesOf,
  type AdmittingRule,
} from './admission';
import { namespace, open, policy, routed } from './example';

const controller = deployment('traefik', 'app: traefik', {
  namespace: 'ingress',
  image: 'docker.io/library/traefik:v3.7',
});
const from = (peers: string): string => policy(`{ from: [${peers}], ports: [{ port: 8080 }] }`);

export const policyWayIn = defineRule({
  id: 'network-policy/way-in',
  class: 'broken',
  on: ['set'],
  summary:
    'The policies of pods let in whoever leads traffic to them: the ingress controller, or clients from outside.',
  why: 'A peer without `namespaceSelector` names pods of the own namespace alone, where no controller is; and clients of a node port or a load balancer are no pods at all. What is not let in is dropped: 504 from the controller, or a timeout.',
  fix: 'Add the namespace of the controller by its label kubernetes.io/metadata.name; for a node port or a load balancer an `ipBlock`, or no `from`.',
  symptoms: [
    '504 from the controller',
    'connection timed out',
    'upstream timed out',
    'works from pods and not from outside',
  ],
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
  ],
  good: [
    { title: 'everybody', manifests: open + policy('{ ports: [{ port: 8080 }] }') },
    { title: 'addresses', manifests: open + from('{ ipBlock: { cidr: 0.0.0.0/0 } }') },
    {
      title: 'the namespace of the controller',
      manifests:
        routed +
        controller +
        namespace('ingress') +
        from('{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ingress } } }'),
    },
    {
      title: 'a controller of another set',
      manifests: routed + from('{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ingress } } }'),
    },
    { title: 'pods of every namespace', manifests: routed + controller + from('{ namespaceSelector: {} }') },
  ],
  bad: [
    {
      title: 'clients of a node port are no pods',
      manifests: open + from('{ namespaceSelector: {} }'),
      finds: ['spec.ingress[0].from'],
    },
    {
      title: 'pods of the own namespace alone',
      manifests: routed + from('{ podSelector: {} }'),
      finds: ['spec.ingress[0].from'],
    },
    {
      title: 'another namespace than that of the controller',
      manifests:
        routed +
        controller +
        from('{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ingress-nginx } } }'),
      finds: ['spec.ingress[0].from'],
    },
    {
      title: 'other pods of the controller',
      manifests:
        routed +
        controller +
        from(
          '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ingress } }, podSelector: { matchLabels: { app: nginx } } }',
        ),
      finds: ['spec.ingress[0].from'],
    },
  ],
  *check(graph) {
    if (hasOtherPolicies(graph)) return;
    for (const workload of graph.pods.all) {
      const rules = rulesOf(guardsOf(workload, graph));
      const seen = new Set<string>();
      for (const way of rules.length === 0 ? [] : graph.waysIn.to(workload)) {
        const shut = shutFor(way, workload, rules, graph);
        if (shut === undefined || seen.has(shut.who)) continue;
        seen.add(shut.who);
        yield {
          ...{ object: shut.rule.policy, field: `${shut.rule.field}.from`, severity: shut.severity },
          message: `it lets in ${shut.peers} to the pods of ${nameOf(workload.object)}, and not ${shut.who}`,
          related: [{ object: way.object, field: way.field }],
        };
      }
    }
  },
});

interface Shut {
  readonly who: string;
  readonly peers: string;
  readonly severity: Severity;
  readonly rule: AdmittingRule;
}

/** Who is not let in though a rule is for the port; a port that no rule is for is another rule's matter. */
function shutFor(way: WayIn, workload: Workload, rules: readonly AdmittingRule[], graph: Graph): Shut | undefined {
  const ports = way.reaches.flatMap((one) =>
    one.workload === workload && one.number !== undefined ? [one.number] : [],
  );
  const forPort = rules.filter((rule) =>
    ports.some((number) => isForPort(rule, { number, protocol: way.protocol }, workload)),
  );
  const [rule] = forPort;
  const peers = forPort.map(peersOf);
  if (rule === undefined || peers.some((list) => list === undefined || !list.every(isOfPods))) return undefined;
  if (way.way === 'route') return routeShut(workload, forPort, rule, graph);
  // Some controllers ask for a node port though they reach the pods themselves.
  const isRouted = graph.waysIn.to(workload).some((other) => other.way === 'route' && other.service === way.service);
  const severity = isRouted ? 'warning' : 'error';
  return { who: 'clients from outside of the cluster, who are no pods', peers: 'pods alone', severity, rule };
}

function routeShut(
  workload: Workload,
  rules: readonly AdmittingRule[],
  rule: AdmittingRule,
  graph: Graph,
): Shut | undefined {
  const peers = rules.flatMap((one) => (peersOf(one) ?? []).map((peer) => ({ peer, namespace: one.policy.namespace })));
  const controllers = graph.controllers.map((one) => one.workload);
  const [first] = controllers;
  if (first === undefined) {
    if (peers.some(({ peer }) => peer.namespaceSelector != null)) return undefined;
    // The controller may be a pod of the namespace, whose labels nobody knows.
    const who = 'an ingress controller, which is in another namespace as a rule';
    return { who, peers: `pods of namespace '${workload.namespace}' alone`, severity: 'warning', rule };
  }
  const isNamed = (pods: Workload): boolean =>
    peers.some(({ peer, namespace }) => namesPods(peer, namespace, pods, graph));
  if (controllers.some((pods) => pods.spec.hostNetwork !== true && isNamed(pods))) return undefined;
  const onHost = first.spec.hostNetwork === true;
  return {
    who: `${nameOf(first.object)}, the controller${onHost ? ', which is on the host network and has the address of its node' : ''}`,
    peers: 'other pods',
    // A plugin may tell what comes from its own nodes.
    severity: onHost ? 'warning' : 'error',
    rule,
  };
}
