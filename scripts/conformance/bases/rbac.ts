import type { Json } from '../json';
import { metadata, selector } from './parts';

const rbac = 'rbac.authorization.k8s.io';

export const rbacBases: readonly Json[] = [
  {
    apiVersion: `${rbac}/v1`,
    kind: 'Role',
    metadata: metadata('role'),
    rules: [{ apiGroups: [''], resources: ['services'], verbs: ['get', 'list'] }],
  },
  {
    apiVersion: `${rbac}/v1`,
    kind: 'ClusterRole',
    metadata: metadata('cluster-role'),
    rules: [
      { apiGroups: ['networking.k8s.io'], resources: ['ingresses'], resourceNames: ['x'], verbs: ['get'] },
      { nonResourceURLs: ['/metrics'], verbs: ['get'] },
    ],
  },
  {
    apiVersion: `${rbac}/v1`,
    kind: 'ClusterRole',
    metadata: metadata('aggregated'),
    aggregationRule: { clusterRoleSelectors: [selector] },
    rules: [],
  },
  {
    apiVersion: `${rbac}/v1`,
    kind: 'RoleBinding',
    metadata: metadata('binding'),
    roleRef: { apiGroup: rbac, kind: 'Role', name: 'role' },
    subjects: [
      { kind: 'ServiceAccount', name: 'account', namespace: 'default' },
      { kind: 'Group', apiGroup: rbac, name: 'system:masters' },
    ],
  },
  {
    apiVersion: `${rbac}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: metadata('cluster-binding'),
    roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'cluster-role' },
    subjects: [{ kind: 'User', apiGroup: rbac, name: 'x' }],
  },
];
