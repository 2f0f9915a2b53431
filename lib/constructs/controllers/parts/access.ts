import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { clusterObject } from './cluster-object';
import type { Identity } from './identity';

/** A rule of RBAC. */
export interface AccessRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** The objects that are meant. @default - all */
  readonly resourceNames?: readonly string[];
}

/** What a controller may do. Asked for when the manifests are written, so that routes may still add to it. */
export interface Access {
  /** On objects that are in no namespace. @default - none */
  readonly clusterRules?: () => readonly AccessRule[];
  /** On objects of its own namespace, whatever it watches. @default - none */
  readonly ownRules?: () => readonly AccessRule[];
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
  const { namespaces, clusterRules, namespaceRules, ownRules } = access;
  if (namespaces === undefined)
    makeClusterRole(scope, identity, () => [...(clusterRules?.() ?? []), ...namespaceRules()]);
  else if (clusterRules !== undefined) makeClusterRole(scope, identity, clusterRules);
  // The name of the ClusterRole: two installations may watch one namespace.
  for (const watched of namespaces ?? [])
    makeRole(scope, identity, { name: clusterName, namespace: watched }, namespaceRules);
  if (ownRules !== undefined) makeRole(scope, identity, { name: `${name}-own`, namespace }, ownRules);
}

type Rules = Access['namespaceRules'];

function makeClusterRole(scope: Construct, identity: Identity, rules: Rules): void {
  const { clusterName: name, labels } = identity;
  const metadata = { name, labels: { ...labels } };
  clusterObject(scope, { apiVersion: `${group}/v1`, kind: 'ClusterRole', metadata, rules: lazily(rules) });
  clusterObject(scope, {
    apiVersion: `${group}/v1`,
    kind: 'ClusterRoleBinding',
    metadata,
    ...bound('ClusterRole', name, identity),
  });
}

function makeRole(
  scope: Construct,
  identity: Identity,
  { name, namespace }: { readonly name: string; readonly namespace: string },
  rules: Rules,
): void {
  const metadata = { name, namespace, labels: { ...identity.labels } };
  new ApiObject(scope, `Role ${namespace}/${name}`, {
    apiVersion: `${group}/v1`,
    kind: 'Role',
    metadata,
    rules: lazily(rules),
  });
  new ApiObject(scope, `RoleBinding ${namespace}/${name}`, {
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
