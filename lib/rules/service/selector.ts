import { isOperatorKey } from '../../graph/runtime-labels';
import type { Graph } from '../../graph/graph';
import { nameOf, type SetObject } from '../../graph/set-object';
import type { Workload } from '../../graph/workload';
import type { Service } from '../../kubernetes/api';
import { areDeliveredTogether, nearPods, printLabels } from '../labels';
import { defineRule } from '../rule';
import { deployment, service } from '../example-manifests';

export const serviceSelector = defineRule({
  id: 'service/selector',
  class: 'broken',
  on: ['Service'],
  summary: 'The selector of a Service matches the labels of a pod template.',
  why: 'A Service without pods refuses every connection, and a controller in front of it answers 503.',
  fix: 'Select by labels of the pod template, which are not those of the Deployment itself; where pods come from elsewhere, tell the target under `exists`.',
  symptoms: ['503 from the controller', 'connection refused', 'a Service without endpoints', '<none> under Endpoints'],
  references: ['https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/'],
  good: [
    { manifests: service('app: web') + deployment('web', 'app: web') },
    {
      title: 'one pod of a StatefulSet',
      manifests:
        service('statefulset.kubernetes.io/pod-name: db-0') + deployment('db', 'app: db', { kind: 'StatefulSet' }),
    },
    {
      title: 'pods that an operator makes and marks',
      manifests: service('cnpg.io/cluster: orders') + deployment('web', 'app: web'),
    },
    {
      title: 'pods that an operator makes, with the labels of its object',
      manifests: `${service('app: cache', { name: 'cache' })}${deployment('web', 'app: web')}
---
apiVersion: caches.example.com/v1
kind: Cache
metadata: { name: main, labels: { app: cache } }
`,
    },
    {
      title: 'a namespace that one side leaves to whoever delivers the set',
      manifests: service('app: web', { namespace: 'shop' }) + deployment('web', 'app: web'),
    },
    {
      title: 'the member of a StatefulSet that leads',
      manifests: service('app: db, role: primary') + deployment('db', 'app: db', { kind: 'StatefulSet' }),
    },
    {
      title: 'what every cluster has of its own',
      manifests: service('component: kube-scheduler', { name: 'kube-scheduler', namespace: 'kube-system' }),
    },
    { title: 'endpoints written by hand', manifests: service('') + deployment('other', 'app: other') },
    {
      title: 'pods that an operator makes, as the target says',
      manifests: service('app: web'),
      target: { exists: [{ kind: 'Pod', namespace: 'default', name: 'web' }] },
    },
  ],
  bad: [
    {
      title: 'a pod beyond those of the StatefulSet',
      manifests:
        service('statefulset.kubernetes.io/pod-name: db-3') +
        deployment('db', 'app: db', { kind: 'StatefulSet', spec: 'replicas: 3' }),
      finds: ['spec.selector'],
    },
    {
      title: 'another value',
      manifests: service('app: web') + deployment('web', 'app: website'),
      finds: ['spec.selector'],
    },
    {
      title: 'the label is on the Deployment and not on its pods',
      manifests: service('tier: front') + deployment('web', 'app: web', { labels: 'app: web, tier: front' }),
      finds: ['spec.selector'],
    },
    {
      title: 'a key renamed on one side',
      manifests: service('app: web') + deployment('web', 'app.kubernetes.io/name: web'),
      finds: ['spec.selector'],
    },
    {
      title: 'all labels but one',
      manifests: service('app: web, tier: front') + deployment('web', 'app: web'),
      finds: ['spec.selector'],
    },
    {
      title: 'pods of another namespace',
      manifests: service('app: web', { namespace: 'shop' }) + deployment('web', 'app: web', { namespace: 'stock' }),
      finds: ['spec.selector'],
    },
    { title: 'no pods at all, perhaps in another set', manifests: service('app: web'), finds: ['spec.selector'] },
  ],
  *check(service, { graph }) {
    const { selector, type } = service.body.spec ?? {};
    if (selector == null || Object.keys(selector).length === 0 || type === 'ExternalName') return;
    if (graph.podsOf(service).length > 0 || graph.target.has('Pod', service.namespace, service.name)) return;
    const { hint, workload, edits } = nearPods(graph, service.namespace, selector, 'spec.selector');
    if (graph.podMakers.mayMake(service.namespace, selector) || areDeliveredTogether(graph, selector)) return;
    const ofStatefulSet = podOwner(service, graph) !== undefined;
    if (workload === undefined && !ofStatefulSet && Object.keys(selector).some(isOperatorKey)) return;
    if (choosesLeader(service, graph)) return;
    const meant = workload ?? namesake(service, graph);
    yield {
      field: 'spec.selector',
      message: `no pod of namespace '${service.namespace}' has the labels ${printLabels(selector)}${hint === '' ? labelsOf(meant) : hint}`,
      edits,
      // Without any that come near the set may be a part of the whole, and the pods in another.
      severity: meant === undefined ? 'warning' : 'error',
      ...(meant && { related: [{ object: meant.object, field: `${meant.template}metadata.labels` }] }),
    };
  },
});

/** The StatefulSet of which one pod is asked for by its name: `web-3` where there are three. */
function podOwner({ namespace, body }: SetObject<Service>, graph: Graph): SetObject | undefined {
  const pod = body.spec?.selector?.['statefulset.kubernetes.io/pod-name'] ?? '';
  return graph.find('apps StatefulSet', namespace, pod.replace(/-[0-9]+$/, ''));
}

/** Labels by which members of a StatefulSet tell at run time which of them leads: Patroni, Redis, MongoDB. */
const roleKey = /(?:^|[-/])(?:role|leader|primary|master)$/i;

/** Whether but for such a label a StatefulSet has the pods. */
function choosesLeader({ namespace, body }: SetObject<Service>, { pods }: Graph): boolean {
  const labels = Object.entries(body.spec?.selector ?? {});
  const rest = labels.filter(([key]) => !roleKey.test(key));
  if (rest.length === labels.length) return false;
  return pods.withLabels(namespace, Object.fromEntries(rest)).some(({ object }) => object.kind === 'StatefulSet');
}

/** Pods of an object that is called as the Service is, or the only ones where it is the only Service. */
function namesake({ namespace, name }: SetObject<Service>, graph: Graph): Workload | undefined {
  const here = graph.pods.inNamespace(namespace);
  if (here.length === 1 && graph.names('Service', namespace).length === 1) return here[0];
  return here.find(({ object }) => object.name === name);
}

function labelsOf(workload: Workload | undefined): string {
  return workload === undefined ? '' : `; the pods of ${nameOf(workload.object)} have ${printLabels(workload.labels)}`;
}
