import { isOperatorKey, isRuntimeKey } from '../../graph/runtime-labels';
import type { Graph } from '../../graph/graph';
import { isSameObject, nameOf, type SetObject } from '../../graph/set-object';
import type { Workload } from '../../graph/workload';
import type { Service } from '../../kubernetes/api';
import { areDeliveredTogether, nearPods, printLabels } from '../labels';
import { defineRule } from '../rule';
import { bad, good } from './selector.examples';

export const serviceSelector = defineRule({
  id: 'service/selector',
  class: 'broken',
  on: ['Service'],
  summary: 'The selector of a Service matches the labels of a pod template.',
  why: 'A Service without pods refuses every connection, and a controller in front of it answers 503.',
  fix: 'Select by labels of the pod template, which are not those of the Deployment itself; where pods come from elsewhere, tell the target under `exists`.',
  symptoms: ['503 from the controller', 'connection refused', 'a Service without endpoints', '<none> under Endpoints'],
  references: ['https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/'],
  good,
  bad,
  *check(service, { graph }) {
    const { selector, type } = service.body.spec ?? {};
    if (selector == null || Object.keys(selector).length === 0 || type === 'ExternalName') return;
    if (graph.podsOf(service).length > 0 || graph.target.has('Pod', service.namespace, service.name)) return;
    const near = nearPods(graph, service.namespace, selector, 'spec.selector');
    const { hint, workload, edits } = near;
    if (graph.podMakers.mayMake(service.namespace, selector) || areDeliveredTogether(graph, selector)) return;
    const ofStatefulSet = podOwner(service, graph) !== undefined;
    if (workload === undefined && !ofStatefulSet && Object.keys(selector).some(isOperatorKey)) return;
    const candidates = besideRole(service, graph);
    if (candidates.some(({ object }) => object.kind === 'StatefulSet')) return;
    const meant = workload ?? namesake(service, graph);
    const shown = meant ?? onlyOnes(service, graph);
    const belongs = near.isMeant || (meant !== undefined && belongTogether(service, meant, graph));
    yield {
      field: 'spec.selector',
      message: `no pod of namespace '${service.namespace}' has the labels ${printLabels(selector)}${hint === '' ? labelsOf(shown) : hint}`,
      edits,
      // Without any that come near the set may be a part of the whole, and the pods in another or made at run time.
      severity: belongs && candidates.length === 0 ? 'error' : 'warning',
      ...(shown && { related: [{ object: shown.object, field: `${shown.template}metadata.labels` }] }),
    };
  },
});

/** The StatefulSet of which one pod is asked for by its name: `web-3` where there are three. */
function podOwner({ namespace, body }: SetObject<Service>, graph: Graph): SetObject | undefined {
  const pod = body.spec?.selector?.['statefulset.kubernetes.io/pod-name'] ?? '';
  return graph.find('apps StatefulSet', namespace, pod.replace(/-[0-9]+$/, ''));
}

/** Labels by which pods tell at run time which of them leads: Patroni, Redis, MongoDB, MinIO. */
const roleKey = /(?:^|[-/])(?:role|leader|primary|master)$/i;
const roleValue = /^(?:leader|primary|master|active|replica|standby|follower|secondary)$/i;

/** Those that have all but such a label, and say nothing of it themselves. */
function besideRole({ namespace, body }: SetObject<Service>, { pods }: Graph): readonly Workload[] {
  const labels = Object.entries(body.spec?.selector ?? {});
  const roles = labels.filter(([key, value]) => roleKey.test(key) || roleValue.test(value ?? '') || isRuntimeKey(key));
  if (roles.length === 0) return [];
  const rest = Object.fromEntries(labels.filter((label) => !roles.includes(label)));
  return pods
    .withLabels(namespace, rest)
    .filter((workload) => roles.every(([key]) => !Object.hasOwn(workload.labels, key)));
}

/** Pods of an object that is called as the Service is. */
function namesake({ namespace, name }: SetObject<Service>, graph: Graph): Workload | undefined {
  return graph.pods.inNamespace(namespace).find(({ object }) => object.name === name);
}

/** The only pods, where it is the only Service. That these belong together nothing says. */
function onlyOnes({ namespace }: SetObject<Service>, graph: Graph): Workload | undefined {
  const [only, ...more] = graph.pods.inNamespace(namespace);
  return more.length === 0 && graph.names('Service', namespace).length === 1 ? only : undefined;
}

/** Whether name or labels say that the pods are those of the Service. Where another one leads to them already, this may be about others. */
function belongTogether(service: SetObject<Service>, workload: Workload, graph: Graph): boolean {
  if (graph.servicesOf(workload).some((other) => !isSameObject(other, service))) return false;
  const selector = Object.entries(service.body.spec?.selector ?? {});
  return workload.object.name === service.name || selector.some(([key, value]) => workload.labels[key] === value);
}

function labelsOf(workload: Workload | undefined): string {
  return workload === undefined ? '' : `; the pods of ${nameOf(workload.object)} have ${printLabels(workload.labels)}`;
}
