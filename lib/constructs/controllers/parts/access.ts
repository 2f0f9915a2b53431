import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { clusterObject } from './cluster-object';
import type { Identity } from './identity';

/** A rule of RBAC. */
export interface AccessRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** What a controller may do. Asked for when the manifests are written, so that routes may still add to it. */
export interface Access {
  /** On objects that are in no namespace. */
  readonly clusterRules: () => readonly AccessRule[];
  /** On objects of the namespaces that it watches. */
  readonly namespaceRules: () => readonly AccessRule[];
  /** Undefined for all of them, by the one ClusterRole. */
  readonly namespaces: readonly string[] | undefined;
}

const group = 'rbac.authorization.k8s.io';

/** The ServiceAccount of a controller, and what it may do. */
export function makeAccess(scope: Construct, identity: Identity, access: Access): void {
  const { name, namespace, labels, clusterName } = identity;
  new ApiObject(scope, 'ServiceAccount', {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace, labels: { ...labels } },
    // Pods of other applications that took the account by mistake would get its token.
    automountServiceAccountToken: false,
  });
  const { namespaces, clusterRules, namespaceRules } = access;
  const everywhere = (): readonly AccessRule[] =>
    namespaces === undefined ? [...clusterRules(), ...namespaceRules()] : clusterRules();
  const metadata = { name: clusterName, labels: { ...labels } };
  clusterObject(scope, { apiVersion: `${group}/v1`, kind: 'ClusterRole', metadata, rules: lazily(everywhere) });
  clusterObject(scope, {
    apiVersion: `${group}/v1`,
    kind: 'ClusterRoleBinding',
    metadata,
    ...bound('ClusterRole', clusterName, identity),
  });
  for (const watched of namespaces ?? []) makeRole(scope, identity, watched, namespaceRules);
}

function makeRole(scope: Construct, identity: Identity, namespace: string, rules: Access['namespaceRules']): void {
  // The name of the ClusterRole: two installations may watch one namespace.
  const { clusterName: name, labels } = identity;
  const metadata = { name, namespace, labels: { ...labels } };
  new ApiObject(scope, `Role ${namespace}`, {
    apiVersion: `${group}/v1`,
    kind: 'Role',
    metadata,
    rules: lazily(rules),
  });
  new ApiObject(scope, `RoleBinding ${namespace}`, {
    apiVersion: `${group}/v1`,
    kind: 'RoleBinding',
    metadata,
    ...bound('Role', name, identity),
  });
}

function bound(kind: string, role: string, { name, namespace }: Identity): object {
  return {
    roleRef: { apiGroup: group, kind, name: role },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  };
}

function lazily(rules: () => readonly AccessRule[]): unknown {
  return Lazy.any({ produce: () => rules() });
}
