import { isOperatorKey } from '../../graph/runtime-labels';
import { nearPods, printLabels } from '../labels';
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
    { title: 'endpoints written by hand', manifests: service('') + deployment('other', 'app: other') },
    {
      title: 'pods that an operator makes, as the target says',
      manifests: service('app: web'),
      target: { exists: [{ kind: 'Pod', namespace: 'default', name: 'web' }] },
    },
  ],
  bad: [
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
    const here = graph.pods.inNamespace(service.namespace);
    if (workload === undefined && Object.keys(selector).some(isOperatorKey)) return;
    yield {
      field: 'spec.selector',
      message: `no pod of namespace '${service.namespace}' has the labels ${printLabels(selector)}${hint}`,
      edits,
      // Without any pods in the namespace the set is a part of the whole, and the pods may be in another.
      severity: workload === undefined && here.length === 0 ? 'warning' : 'error',
      ...(workload && { related: [{ object: workload.object, field: `${workload.template}metadata.labels` }] }),
    };
  },
});
