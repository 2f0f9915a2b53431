import { allPods, besides } from '../../graph/subjects';
import type { Graph } from '../../graph/graph';
import { nameOf, type SetObject } from '../../graph/set-object';
import type { Workload } from '../../graph/workload';
import { itemsOf, valueAt } from '../../manifests/untyped';
import { isGateway } from './gateways';
import { wayNames } from './outside';
import { defineRule } from '../rule';
import { bad, good } from './broad-rights.examples';

export const broadRights = defineRule({
  id: 'exposure/broad-rights',
  class: 'risky',
  rating: 'high',
  on: ['workload'],
  among: besides(['ClusterRoleBinding'], allPods),
  summary: 'Pods that are reached from outside cannot do everything in the cluster.',
  why: 'Whoever takes over the application has the token of its ServiceAccount: with cluster-admin, or with the Secrets of every namespace, that is the cluster.',
  fix: 'Bind the account to a Role of its own with what it needs, or set automountServiceAccountToken to false where the application never asks the API server.',
  symptoms: ['cluster-admin', 'privilege escalation'],
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  good,
  bad,
  *check(workload, { graph }) {
    const { spec, template } = workload;
    const ways = graph.waysIn.to(workload).filter(({ reach }) => reach !== 'node');
    const [first] = ways;
    if (first === undefined || !hasToken(workload, graph)) return;
    const account = accountOf(workload);
    for (const { binding, what, isSecrets } of rightsOf(account, workload.namespace, graph)) {
      // A controller reads the certificates of the Ingresses that it serves.
      if (isSecrets && isGateway(workload)) continue;
      yield {
        field: spec.serviceAccountName == null ? `${template}spec` : `${template}spec.serviceAccountName`,
        message: `the account '${account}' may ${what} (${nameOf(binding)}), and the pods are reached by ${wayNames[first.way]}`,
        related: [{ object: binding, field: 'roleRef' }],
        ...(isSecrets ? { severity: 'warning' as const } : {}),
      };
    }
  },
});

function accountOf({ spec }: Workload): string {
  return spec.serviceAccountName || spec.serviceAccount || 'default';
}

/** The pod goes before its account. */
function hasToken(workload: Workload, graph: Graph): boolean {
  const own = workload.spec.automountServiceAccountToken;
  if (own != null) return own;
  const account = graph.find('ServiceAccount', workload.namespace, accountOf(workload));
  return account?.body.automountServiceAccountToken !== false;
}

interface Right {
  readonly binding: SetObject<object>;
  readonly what: string;
  readonly isSecrets: boolean;
}

function rightsOf(account: string, namespace: string, graph: Graph): readonly Right[] {
  return graph.ofKind('ClusterRoleBinding').flatMap((binding): Right[] => {
    const { subjects, roleRef } = binding.body;
    if (!(subjects ?? []).some((one) => isAccount(one ?? {}, account, namespace))) return [];
    const name = roleRef?.name ?? '';
    if (name === 'cluster-admin') return [{ binding, what: 'do everything in the cluster', isSecrets: false }];
    const rules = graph.find('ClusterRole', '', name)?.body.rules;
    if (itemsOf(rules).some(isEverything)) return [{ binding, what: 'do everything in the cluster', isSecrets: false }];
    if (!itemsOf(rules).some(readsSecrets)) return [];
    return [{ binding, what: 'read the Secrets of every namespace', isSecrets: true }];
  });
}

function isAccount(subject: object, account: string, namespace: string): boolean {
  const [kind, name, own] = ['kind', 'name', 'namespace'].map((key) => valueAt(subject, key));
  if (kind === 'ServiceAccount') return name === account && own === namespace;
  return kind === 'Group' && (name === 'system:serviceaccounts' || name === `system:serviceaccounts:${namespace}`);
}

function isEverything(rule: unknown): boolean {
  return ['apiGroups', 'resources', 'verbs'].every((list) => itemsOf(valueAt(rule, list)).includes('*'));
}

function readsSecrets(rule: unknown): boolean {
  const [groups = [], resources = [], verbs = []] = ['apiGroups', 'resources', 'verbs'].map((list) =>
    itemsOf(valueAt(rule, list)),
  );
  const has = (list: readonly unknown[], ...wanted: readonly string[]): boolean =>
    ['*', ...wanted].some((one) => list.includes(one));
  // A rule for Secrets of some names says which.
  if (itemsOf(valueAt(rule, 'resourceNames')).length > 0) return false;
  return has(groups, '') && has(resources, 'secrets') && has(verbs, 'get', 'list', 'watch');
}
