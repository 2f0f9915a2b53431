import { endpointsOf } from '../../graph/hand-made-endpoints';
import { ServiceMakers } from '../../graph/service-makers';
import { nameOf, type SetObject } from '../../graph/set-object';
import type { Graph } from '../../graph/graph';
import type { Workload } from '../../graph/workload';
import type { Service } from '../../kubernetes/api';
import { deployment, service } from '../example-manifests';
import { printLabels } from '../labels';
import { defineRule } from '../rule';

const slice = `
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: web-1, labels: { kubernetes.io/service-name: web } }
addressType: IPv4
endpoints: [{ addresses: [192.0.2.10] }]
ports: [{ port: 8080 }]
`;

export const noEndpoints = defineRule({
  id: 'service/no-endpoints',
  class: 'broken',
  on: ['set'],
  summary: 'A Service selects pods, or somebody writes down where it leads to.',
  why: 'Without a selector the cluster looks for no pods, and without an EndpointSlice the Service has nowhere to lead to: connections are refused, and a controller answers 503.',
  fix: 'Add `spec.selector` with labels of the pods, or an EndpointSlice with the label kubernetes.io/service-name.',
  symptoms: ['503 from the controller', 'connection refused', '<none> under Endpoints', 'a Service without endpoints'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors'],
  good: [
    { manifests: service('app: web') + deployment('web', 'app: web') },
    { title: 'an EndpointSlice', manifests: service('') + slice },
    {
      title: 'a name for something outside',
      manifests: service('', { spec: 'type: ExternalName\n  externalName: db.example.com' }),
    },
    {
      title: 'headless, where programs write down themselves who leads',
      manifests: service('', { spec: 'clusterIP: None' }),
    },
    {
      title: 'endpoints that come at run time, as the target says',
      manifests: service(''),
      target: { exists: [{ kind: 'EndpointSlice', name: 'web*' }] },
    },
  ],
  bad: [
    { title: 'pods of its name', manifests: service('') + deployment('web', 'app: web'), finds: ['spec.selector'] },
    { title: 'nothing', manifests: service(''), finds: ['spec.selector'] },
  ],
  *check(graph) {
    const makers = new ServiceMakers(graph);
    for (const service of graph.ofKind('Service')) {
      if (!isAlone(service, graph) || makers.mayMake(service.namespace, service.name)) continue;
      const pods = meantPods(service, graph);
      yield {
        ...{ object: service, field: 'spec.selector' },
        message: `the Service has neither a selector nor an EndpointSlice${
          pods === undefined ? '' : `; the pods of ${nameOf(pods.object)} have ${printLabels(pods.labels)}`
        }`,
        // Without pods that it can be for, a program may write its endpoints at run time.
        severity: pods === undefined ? 'warning' : 'error',
        related: pods === undefined ? [] : [{ object: pods.object, field: `${pods.template}metadata.labels` }],
      };
    }
  },
});

function isAlone(service: SetObject<Service>, graph: Graph): boolean {
  const { type, selector, clusterIP } = service.body.spec ?? {};
  if (type === 'ExternalName' || clusterIP === 'None' || Object.keys(selector ?? {}).length > 0) return false;
  const { namespace, name } = service;
  const told = ['EndpointSlice', 'Endpoints', 'Service'].some((kind) => graph.target.has(kind, namespace, name));
  return !told && endpointsOf(service, graph).length === 0;
}

/** Pods of the object that is called as the Service is, or that have the labels of the Service itself. */
function meantPods({ namespace, name, labels }: SetObject<Service>, { pods }: Graph): Workload | undefined {
  const [labelled] = pods.withLabels(namespace, labels);
  return pods.inNamespace(namespace).find(({ object }) => object.name === name) ?? labelled;
}
