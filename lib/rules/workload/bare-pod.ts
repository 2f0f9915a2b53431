import { podsOfKind } from '../../graph/subjects';
import { nameOf } from '../../graph/set-object';
import { valueAt, itemsOf } from '../../manifests/untyped';
import { deployment, service } from '../example-manifests';
import { defineRule } from '../rule';

const pod = (labels: string): string => `
---
apiVersion: v1
kind: Pod
metadata: { name: web, labels: { ${labels} } }
spec: { containers: [{ name: main, image: "registry.example.com/web:1.0", ports: [{ containerPort: 8080 }] }] }
`;

export const barePod = defineRule({
  id: 'workload/bare-pod',
  class: 'risky',
  rating: 'low',
  on: ['workload'],
  among: podsOfKind(' Pod'),
  summary: 'Pods that are reached are made by a Deployment or its like.',
  why: 'A Pod of its own is not made anew when its node dies or is drained, and cannot be updated: the application is gone.',
  fix: 'Write a Deployment with the pod as its template, or a DaemonSet for one on each node.',
  symptoms: ['the pod is gone after a drain', 'connection refused since a node went down'],
  references: [
    'https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs',
  ],
  good: [
    { manifests: service('app: web') + deployment('web', 'app: web') },
    { title: 'behind nothing', manifests: pod('app: web') },
  ],
  bad: [
    { manifests: service('app: web') + pod('app: web'), finds: ['kind'] },
    {
      title: 'at a port of its node',
      manifests: pod('app: web').replace('containerPort: 8080', 'containerPort: 8080, hostPort: 8080'),
      finds: ['kind'],
    },
    {
      title: 'on the network of its node',
      manifests: pod('app: web').replace('spec: {', 'spec: { hostNetwork: true,'),
      finds: ['kind'],
    },
  ],
  *check(workload, { graph }) {
    const { object } = workload;
    const owned = itemsOf(valueAt(object.body, 'metadata', 'ownerReferences')).length > 0;
    if (object.key !== ' Pod' || owned) return;
    const [service] = graph.servicesOf(workload);
    const [way] = graph.waysIn.to(workload);
    if (service !== undefined) {
      yield {
        field: 'kind',
        message: `${nameOf(service)} leads to a Pod that nobody makes anew`,
        related: [{ object: service, field: 'spec.selector' }],
      };
    } else if (way !== undefined || workload.spec.hostNetwork === true) {
      yield { field: 'kind', message: 'nobody makes the Pod anew, and at another node it has another address' };
    }
  },
});
