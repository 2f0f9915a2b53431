import { externalNames } from '../../graph/subjects';
import { defineRule } from '../rule';
import { deployment, service } from './manifests.examples';

const alias = `
apiVersion: v1
kind: Service
metadata: { name: my-service }
spec: { type: ExternalName, externalName: my.database.example.com }
`;

export const externalNameWayOut = defineRule({
  id: 'exposure/external-name-way-out',
  class: 'risky',
  rating: 'low',
  on: ['Service'],
  among: externalNames,
  summary: 'An ExternalName is used for what it is, a way out of the cluster.',
  why: 'It answers a name of the cluster with the name of a host outside: nobody reaches a pod by it, nothing is proxied, ports do nothing, and clients send and check the name of the Service where the host expects its own (HTTP Host, TLS).',
  fix: "To be reached from outside use an Ingress, a Gateway or a LoadBalancer; for a way out, tell clients the host's own name where they speak HTTP or TLS to it, and turn this rule off.",
  symptoms: [
    'certificate is valid for another name',
    '404 from the host outside',
    'ExternalName does not expose my pods',
  ],
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#externalname'],
  good: [{ manifests: deployment() + service('type: ClusterIP') }],
  bad: [{ manifests: alias, finds: ['spec.type'] }],
  *check({ body }) {
    const { type, externalName } = body.spec ?? {};
    if (type !== 'ExternalName' || externalName == null || externalName === '') return;
    yield {
      field: 'spec.type',
      message: `the Service leads out of the cluster, to '${externalName}', and lets nobody in`,
    };
  },
});
