import type { Graph } from '../../graph/graph';
import { servicePorts, targetNumbers } from '../../graph/service-ports';
import { nameOf, type SetObject } from '../../graph/set-object';
import type { Workload } from '../../graph/workload';
import type { NetworkPolicy } from '../../kubernetes/api';
import { defineRule, type FieldOf, type Problem } from '../rule';
import { guardsOf, hasOtherPolicies, isForPort, rulesOf, type AdmittingRule, type PodPort } from './admission';
import { inner, open, policy, routed, web } from './example';

export const policyPort = defineRule({
  id: 'network-policy/port',
  class: 'broken',
  on: ['set'],
  summary: 'The policies of pods let in the port by which they are reached.',
  why: 'Policies see packets after the Service has translated them: they have to name the port of the pod. Everything else is dropped, and clients wait until they give up: 504 from a controller.',
  fix: 'Name the port of the containers, the `targetPort` of the Service, in the policy.',
  symptoms: [
    '504 from the controller',
    'connection timed out',
    'upstream connect error',
    'the load balancer shows no healthy target',
  ],
  references: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/'],
  good: [
    { title: 'the port of the pods', manifests: open + policy('{ ports: [{ port: 8080 }] }') },
    { title: 'by its name', manifests: open + policy('{ ports: [{ port: http }] }') },
    { title: 'a range', manifests: open + policy('{ ports: [{ port: 8000, endPort: 9000 }] }') },
    { title: 'every port', manifests: routed + policy('{}') },
    {
      title: 'let in by another policy',
      manifests: open + policy('', { name: 'deny', selector: '' }) + policy('{ ports: [{ port: 8080 }] }'),
    },
    { title: 'no Service', manifests: web + policy('') },
    {
      title: 'a policy of the network plugin, which may let in more',
      manifests: `${open}${policy('')}
---
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: web }
spec: { endpointSelector: {} }
`,
    },
  ],
  bad: [
    {
      title: 'the port of the Service',
      manifests: inner + policy('{ ports: [{ port: 80 }] }'),
      finds: ['spec.ingress[0].ports[0].port'],
    },
    { title: 'nothing, behind an Ingress', manifests: routed + policy(''), finds: ['spec.ingress'] },
    { title: 'another port', manifests: open + policy('{ ports: [{ port: 9000 }] }'), finds: ['spec.ingress'] },
    {
      title: 'another protocol',
      manifests: open + policy('{ ports: [{ port: 8080, protocol: UDP }] }'),
      finds: ['spec.ingress'],
    },
    { title: 'nothing, with a Service', manifests: inner + policy(''), finds: ['spec.ingress'] },
  ],
  *check(graph) {
    if (hasOtherPolicies(graph)) return;
    const translated = new Set<string>();
    for (const workload of graph.pods.all) {
      const guards = guardsOf(workload, graph);
      const [guard] = guards;
      if (guard === undefined || workload.ends) continue;
      const rules = rulesOf(guards);
      const mistakes = [...servicePortMistakes(workload, rules, graph)];
      // A policy may select many workloads: each of its fields is reported once.
      for (const mistake of mistakes) {
        const key = `${mistake.object.namespace}\n${mistake.object.name}\n${mistake.field}`;
        if (!translated.has(key)) yield mistake;
        translated.add(key);
      }
      if (mistakes.length === 0) yield* shutOff(workload, guard, rules, graph);
    }
  },
});

type Mistake = Problem & { readonly object: SetObject<NetworkPolicy> };

/** Rules that name the port of a Service where the pods have another, which is let in by none. */
function* servicePortMistakes(workload: Workload, rules: readonly AdmittingRule[], graph: Graph): Generator<Mistake> {
  for (const service of graph.servicesOf(workload)) {
    for (const port of servicePorts(service)) {
      const [number] = targetNumbers(port, workload);
      if (number === undefined || number === port.number) continue;
      if (isLetIn({ number, protocol: port.protocol }, workload, rules)) continue;
      for (const { policy, rule, field } of rules) {
        const index = (rule.ports ?? []).findIndex((one) => one?.port === port.number);
        if (index < 0 || workload.ports.some((one) => one.number === port.number)) continue;
        const at = `${field}.ports[${index}].port`;
        yield {
          ...{ object: policy, field: at },
          message: `${port.number} is the port of Service '${service.name}'; policies see that of the pods of ${nameOf(workload.object)}, ${number}`,
          related: [{ object: service, field: port.targetField }],
          edits: [{ set: at, value: number }],
        };
      }
    }
  }
}

/** Ways to the pods that no policy lets in. */
function* shutOff(
  workload: Workload,
  guard: SetObject<object>,
  rules: readonly AdmittingRule[],
  graph: Graph,
): Generator<Problem & { readonly object: SetObject<object> }> {
  const seen = new Set<string>();
  for (const { object, field, reaches, protocol } of graph.waysIn.to(workload)) {
    for (const { number } of reaches.filter((one) => one.workload === workload)) {
      if (number === undefined || isLetIn({ number, protocol }, workload, rules)) continue;
      if (seen.has(`${number}/${protocol}`)) continue;
      seen.add(`${number}/${protocol}`);
      yield { ...shut(workload, guard, `port ${number}/${protocol}`, [{ object, field }]), severity: 'error' };
    }
  }
  const services = graph.servicesOf(workload);
  const [first] = services;
  if (seen.size > 0 || first === undefined) return;
  const ports = services
    .flatMap((one) => servicePorts(one))
    .flatMap((port) => targetNumbers(port, workload).map((number) => ({ number, protocol: port.protocol })));
  // One port that is let in tells that the others are shut off on purpose.
  if (ports.length === 0 || ports.some((port) => isLetIn(port, workload, rules))) return;
  const related = [{ object: first, field: 'spec.ports' }];
  // A policy of another set may let it in.
  yield { ...shut(workload, guard, `no port of Service '${first.name}'`, related), severity: 'warning' };
}

function shut(
  { object }: Workload,
  guard: SetObject<object>,
  what: string,
  related: readonly FieldOf[],
): Problem & { readonly object: SetObject<object> } {
  const isNone = what.startsWith('no ');
  return {
    ...{ object: guard, field: 'spec.ingress', related },
    message: `the policies that select the pods of ${nameOf(object)} let in ${isNone ? what : `nothing to ${what}, by which they are reached`}`,
  };
}

function isLetIn(port: PodPort, workload: Workload, rules: readonly AdmittingRule[]): boolean {
  return rules.some((rule) => isForPort(rule, port, workload));
}
