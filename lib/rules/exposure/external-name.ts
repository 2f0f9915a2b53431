import { externalNames } from '../../graph/subjects';
import { defineRule } from '../rule';
import { internalName } from './internal-names';

const alias = (host: string, namespace = 'shop'): string => `
apiVersion: v1
kind: Service
metadata: { name: db, namespace: ${namespace} }
spec: { type: ExternalName, externalName: '${host}' }
`;
const finds = ['spec.externalName'];

export const externalNameInternal = defineRule({
  id: 'exposure/external-name',
  class: 'risky',
  rating: 'high',
  on: ['Service'],
  among: externalNames,
  summary: 'An ExternalName leads to a host outside, and to nothing internal.',
  why: 'Whatever follows the name, an ingress controller above all, connects for others to what they could not reach: the controller itself, the metadata of its node, Services of other namespaces (CVE-2021-25740, GHSA-5ph6-qq5x-7jwc).',
  fix: 'Name the real host; reach a Service of another namespace by its own name, or by a route that its owner allows. Controllers should be told to follow ExternalName Services only where they must.',
  symptoms: ['server-side request forgery', 'DNS rebinding', 'the admin interface of the controller is reachable'],
  references: [
    'https://github.com/projectcontour/contour/security/advisories/GHSA-5ph6-qq5x-7jwc',
    'https://github.com/kubernetes/kubernetes/issues/103675',
  ],
  good: [
    { manifests: alias('my.database.example.com') },
    { title: 'a name that only looks like it', manifests: alias('localhost.example.com') },
    { title: 'a Service of the same namespace', manifests: alias('postgres.shop.svc.cluster.local') },
    { title: 'a public address, which is no name and another matter', manifests: alias('203.0.113.9') },
  ],
  bad: [
    { manifests: alias('localhost'), finds },
    { manifests: alias('admin.localhost'), finds },
    { title: 'a loopback address', manifests: alias('127.0.0.1'), finds },
    { title: 'an internal address', manifests: alias('10.0.0.7'), finds },
    { title: 'the metadata of the node', manifests: alias('169.254.169.254'), finds },
    { manifests: alias('metadata.google.internal'), finds },
    { title: 'another namespace', manifests: alias('kubernetes.default.svc.cluster.local'), finds },
    { title: 'another namespace, in short', manifests: alias('web.prod.svc'), finds },
    {
      title: 'another namespace, in the domain of the cluster',
      manifests: alias('web.prod.svc.corp.example'),
      target: { clusterDomain: 'corp.example' },
      finds,
    },
    { title: 'a pod', manifests: alias('10-1-2-3.shop.pod.cluster.local'), finds },
    { title: 'an address in the name', manifests: alias('127.0.0.1.nip.io'), finds },
    { title: 'a name that leads back', manifests: alias('app.lvh.me'), finds },
  ],
  *check({ namespace, body }, { graph }) {
    const { type, externalName: host } = body.spec ?? {};
    if (type !== 'ExternalName' || host == null || host === '') return;
    const what = internalName(host, namespace, graph.target.clusterDomain);
    if (what === undefined) return;
    yield {
      field: 'spec.externalName',
      message: `'${host}' leads to ${what}; a host outside of the cluster is allowed`,
    };
  },
});
