import type { Graph } from '../../graph/graph';
import type { SetObject } from '../../graph/set-object';
import type { Service } from '../../kubernetes/api';
import { defineRule } from '../rule';

const pods = (label: string): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, labels: { app: web } }
spec:
  selector: { matchLabels: { ${label} } }
  template:
    metadata: { labels: { ${label}, tier: front } }
    spec: { containers: [{ name: web, image: registry.example.com/web:1.0, ports: [{ containerPort: 8080 }] }] }
`;

const service = `
apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: web }
  ports: [{ port: 80, targetPort: 8080 }]
---`;

export const serviceSelector = defineRule({
  id: 'service/selector',
  class: 'broken',
  on: ['Service'],
  summary: 'The selector of a Service matches the labels of a pod template.',
  why: 'A Service without pods refuses every connection, and a controller in front of it answers 503.',
  fix: 'Select by labels of the pod template, which are not those of the Deployment itself; where pods come from elsewhere, tell the target under `exists`.',
  symptoms: ['503 from the controller', 'connection refused', 'a Service without endpoints'],
  references: ['https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/'],
  good: [{ manifests: service + pods('app: web') }],
  bad: [
    {
      title: 'the label is on the Deployment and not on its pods',
      manifests: service + pods('app: website'),
      finds: ['spec.selector'],
    },
  ],
  *check(service, { graph }) {
    const { selector, type } = service.body.spec ?? {};
    if (selector == null || Object.keys(selector).length === 0 || type === 'ExternalName') return;
    if (graph.podsOf(service).length > 0 || graph.target.has('Pod', service.namespace, service.name)) return;
    const labels = printLabels(selector);
    yield {
      field: 'spec.selector',
      message: `no pod of namespace '${service.namespace}' has the labels ${labels}${nearest(service, selector, graph)}`,
    };
  },
});

type Labels = Readonly<Record<string, string | null | undefined>>;

function printLabels(labels: Labels): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value ?? ''}`)
    .join(', ');
}

/** Who comes near: pods that share a label, pods whose owner has the labels itself, pods of another namespace. */
function nearest({ namespace }: SetObject<Service>, selector: Labels, graph: Graph): string {
  const has = (labels: Labels): boolean =>
    Object.entries(selector).every(([key, value]) => (labels[key] ?? undefined) === (value ?? ''));
  const here = graph.pods.inNamespace(namespace);
  const owner = here.find(({ object }) => has(object.labels));
  if (owner !== undefined) {
    return `; ${owner.object.kind} '${owner.object.name}' itself has them, and its pods have ${printLabels(owner.labels)}`;
  }
  const elsewhere = graph.pods.all.find((workload) => has(workload.labels));
  if (elsewhere !== undefined) {
    return `; ${elsewhere.object.kind} '${elsewhere.object.name}' has such pods in namespace '${elsewhere.namespace}'`;
  }
  const near = here.find(({ labels }) => Object.entries(selector).some(([key, value]) => labels[key] === value));
  if (near !== undefined)
    return `; the pods of ${near.object.kind} '${near.object.name}' have ${printLabels(near.labels)}`;
  return '';
}
