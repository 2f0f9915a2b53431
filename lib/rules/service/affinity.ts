import type { Graph } from '../../graph/graph';
import type { SetObject } from '../../graph/set-object';
import type { Service } from '../../kubernetes/api';
import { service } from '../example-manifests';
import { ingress } from '../ingress-example';
import { defineRule, type FieldOf } from '../rule';

const sticky = (spec = ''): string =>
  service('app: web', { spec: `sessionAffinity: ClientIP${spec === '' ? '' : `\n  ${spec}`}` });
const routed = ingress({ className: '' });

export const sessionAffinity = defineRule({
  id: 'service/affinity',
  class: 'broken',
  severity: 'warning',
  on: ['Service'],
  summary: 'Session affinity is set where the address of the client is seen.',
  why: 'An ingress controller reaches the pods themselves and never asks the Service, or comes with its own address, so that all clients land at one pod. Behind a load balancer each node keeps its own list, and clients whose address was changed on the way are one client.',
  fix: 'Behind a controller use its own affinity, by a cookie; for a load balancer set `externalTrafficPolicy: Local`.',
  symptoms: ['sticky sessions do not work', 'the session is lost', 'all requests land at one pod'],
  references: ['https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity'],
  good: [
    { title: 'inside the cluster', manifests: sticky() },
    {
      title: 'a load balancer that keeps the address',
      manifests: sticky('type: LoadBalancer\n  externalTrafficPolicy: Local'),
    },
    { title: 'no affinity', manifests: service('app: web') + routed },
  ],
  bad: [
    { title: 'behind an Ingress', manifests: sticky() + routed, finds: ['spec.sessionAffinity'] },
    { title: 'at every node', manifests: sticky('type: NodePort'), finds: ['spec.sessionAffinity'] },
    { title: 'behind a load balancer', manifests: sticky('type: LoadBalancer'), finds: ['spec.sessionAffinity'] },
    {
      title: 'a time without the affinity',
      manifests: service('app: web', { spec: 'sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } }' }),
      finds: ['spec.sessionAffinityConfig'],
    },
  ],
  *check(service, { graph }) {
    const { sessionAffinity, sessionAffinityConfig, type, externalTrafficPolicy } = service.body.spec ?? {};
    if (sessionAffinity !== 'ClientIP') {
      // SetDefaults_Service takes the configuration away without a word.
      if (sessionAffinityConfig?.clientIP?.timeoutSeconds != null) {
        yield {
          field: 'spec.sessionAffinityConfig',
          message:
            'the time of an affinity is set, and the Service has none: sessionAffinity is None unless it is said',
          fix: 'Set `sessionAffinity: ClientIP` as well.',
          edits: [{ set: 'spec.sessionAffinity', value: 'ClientIP' }],
        };
      }
      return;
    }
    const field = 'spec.sessionAffinity';
    const route = routeTo(service, graph);
    if (route !== undefined) {
      yield {
        field,
        message:
          'the controller of the route chooses the pod, or comes with its own address: the affinity of the Service is not that of its clients',
        related: [route],
      };
    }
    if ((type === 'LoadBalancer' || type === 'NodePort') && externalTrafficPolicy !== 'Local') {
      const before = type === 'LoadBalancer' ? ', after the load balancer has chosen one' : '';
      yield {
        field,
        message: `with the traffic policy Cluster clients are told apart node by node${before}`,
        related: [{ object: service, field: 'spec.externalTrafficPolicy' }],
        // Who stays with one node of a node port stays with one pod.
        severity: type === 'LoadBalancer' ? 'warning' : 'note',
      };
    }
  },
});

function routeTo({ namespace, name }: SetObject<Service>, graph: Graph): FieldOf | undefined {
  const [backend] = graph.backendsOf(namespace, name);
  return backend && { object: backend.from, field: backend.field };
}
