import type { RuleExample } from '../rule';
import { deployment, service } from './manifests.examples';

const pods = (pod = 'serviceAccountName: web'): string => deployment({ namespace: 'shop', pod });
const front = service('type: NodePort', { namespace: 'shop' });
const exposed = pods() + front;
const bound = (role: string, namespace = 'shop'): string => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: web }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${role} }
subjects: [{ kind: ServiceAccount, name: web, namespace: ${namespace} }]
---`;
const role = (rule: string): string => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: web }
rules: [{ ${rule} }]
---`;
const secrets = "apiGroups: [''], resources: [secrets], verbs: [get, list]";
const finds = ['spec.template.spec.serviceAccountName'];

export const good: readonly [RuleExample, ...RuleExample[]] = [
  { manifests: exposed + bound('view') },
  { title: 'reached from inside alone', manifests: pods() + bound('cluster-admin') },
  { title: 'the account of another namespace', manifests: exposed + bound('cluster-admin', 'ops') },
  {
    title: 'without a token',
    manifests: pods('serviceAccountName: web, automountServiceAccountToken: false') + front + bound('cluster-admin'),
  },
  {
    title: 'an ingress controller reads certificates',
    manifests:
      deployment({ namespace: 'shop', image: 'traefik:v3.7.13', pod: 'serviceAccountName: web' }) +
      front +
      bound('web') +
      role(secrets),
  },
  {
    title: 'some Secrets',
    manifests: exposed + bound('web') + role(`${secrets}, resourceNames: [web-tls]`),
  },
];

export const bad: readonly [RuleExample, ...RuleExample[]] = [
  { manifests: exposed + bound('cluster-admin'), finds },
  {
    title: 'a role that may do everything',
    manifests: exposed + bound('web') + role("apiGroups: ['*'], resources: ['*'], verbs: ['*']"),
    finds,
  },
  { title: 'the Secrets of every namespace', manifests: exposed + bound('web') + role(secrets), finds },
  {
    title: 'the default account',
    manifests:
      pods('terminationGracePeriodSeconds: 5') +
      front +
      bound('cluster-admin').replace('name: web, namespace', 'name: default, namespace'),
    finds: ['spec.template.spec'],
  },
];
