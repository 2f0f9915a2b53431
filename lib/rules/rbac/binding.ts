import type { Severity } from '../../findings/finding';
import type { Graph } from '../../graph/graph';
import type { SetObject } from '../../graph/set-object';
import type { ClusterRoleBinding, RoleBinding, Subject } from '../../kubernetes/api';
import { nearest } from '../../kubernetes/wording';
import { namesOneNamespace } from '../route/one-namespace';
import { defineRule, type Problem } from '../rule';

const binding = (role: string, account = 'name: web, namespace: shop', kind = 'RoleBinding'): string => `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: web${kind === 'RoleBinding' ? ', namespace: shop' : ''} }
roleRef: { apiGroup: rbac.authorization.k8s.io, ${role} }
subjects: [{ kind: ServiceAccount, ${account} }]
`;
const role = (name: string, kind = 'Role'): string => `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: ${name}${kind === 'Role' ? ', namespace: shop' : ''} }
rules: [{ apiGroups: [""], resources: [pods], verbs: [get] }]
`;
const account = (name: string, namespace = 'shop'): string => `
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: ${name}, namespace: ${namespace} }
`;

export const bindingParties = defineRule({
  id: 'rbac/binding',
  class: 'broken',
  on: ['RoleBinding', 'ClusterRoleBinding'],
  summary: 'The role and the ServiceAccounts that a binding names are there.',
  why: 'A binding to what is not there grants nothing: the program gets 403, "cannot list resource", and a controller without its rights sees no Ingress.',
  fix: 'Name the role, and each account with the namespace that it is in; the role of a binding cannot be changed: delete the binding and make it anew.',
  symptoms: [
    'cannot list resource',
    'is forbidden: User "system:serviceaccount:',
    'role.rbac.authorization.k8s.io not found',
    '403',
  ],
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/rbac/'],
  good: [
    { manifests: binding('kind: Role, name: web') + role('web') + account('web') },
    { title: 'a role of every cluster', manifests: binding('kind: ClusterRole, name: view') + account('web') },
    {
      title: 'an account of another set',
      manifests: binding('kind: Role, name: web', 'name: agent, namespace: tools') + role('web'),
    },
  ],
  bad: [
    {
      title: 'a Role that is spelt otherwise',
      manifests: binding('kind: Role, name: webs') + role('web') + account('web'),
      finds: ['roleRef.name'],
      weighs: 'warning',
    },
    {
      title: 'a Role that is a ClusterRole',
      manifests: binding('kind: Role, name: web') + role('web', 'ClusterRole') + account('web'),
      finds: ['roleRef.kind'],
      weighs: 'error',
    },
    {
      title: 'a Role that is not in the set',
      manifests: binding('kind: Role, name: web') + account('web'),
      finds: ['roleRef.name'],
    },
    {
      title: 'an account of another namespace',
      manifests:
        binding('kind: ClusterRole, name: web', 'name: web, namespace: default', 'ClusterRoleBinding') +
        role('web', 'ClusterRole') +
        account('web'),
      finds: ['subjects[0].namespace'],
    },
    {
      title: 'an account that is spelt otherwise',
      manifests: binding('kind: Role, name: web', 'name: wep, namespace: shop') + role('web') + account('web'),
      finds: ['subjects[0].name'],
      weighs: 'warning',
    },
  ],
  *check(binding, { graph }) {
    const role = roleProblem(binding, graph);
    if (role !== undefined) yield role;
    for (const [index, subject] of (binding.body.subjects ?? []).entries()) {
      const problem = subject == null ? undefined : subjectProblem(subject, `subjects[${index}]`, graph);
      if (problem !== undefined) yield problem;
    }
  },
});

/** Roles that every cluster has, https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings. */
const ofEveryCluster = /^(?:cluster-admin|admin|edit|view|extension-apiserver-authentication-reader|system:.*)$/;

function roleProblem(
  { body, namespace }: SetObject<RoleBinding | ClusterRoleBinding>,
  graph: Graph,
): Problem | undefined {
  const { kind, name } = body.roleRef ?? {};
  if ((kind !== 'Role' && kind !== 'ClusterRole') || name == null || name === '') return undefined;
  const inNamespace = kind === 'Role' ? namespace : '';
  if (graph.has(kind, inNamespace, name) || ofEveryCluster.test(name)) return undefined;
  const other = kind === 'Role' ? 'ClusterRole' : 'Role';
  if (graph.find(other, other === 'Role' ? namespace : '', name) !== undefined) {
    return {
      field: 'roleRef.kind',
      message: `'${name}' is a ${other}, not a ${kind}`,
      edits: [{ set: 'roleRef.kind', value: other }],
    };
  }
  const near = nearest(name, graph.names(kind, inNamespace));
  const [elsewhere] = kind === 'Role' ? graph.named('Role', name) : [];
  if (elsewhere !== undefined && namesOneNamespace(graph)) return undefined;
  const hint =
    near !== undefined
      ? `; '${near}' is the nearest`
      : elsewhere === undefined
        ? ''
        : `; there is one in namespace '${elsewhere.namespace}'`;
  // A role that is not there may come with another set, whatever one of this set is called.
  const severity: Severity = elsewhere === undefined || near !== undefined ? 'warning' : 'error';
  const where = kind === 'Role' ? `namespace '${namespace}'` : 'the set';
  return {
    ...{ field: 'roleRef.name', severity, message: `${where} has no ${kind} '${name}'${hint}` },
    edits: near === undefined ? [] : [{ set: 'roleRef.name', value: near }],
  };
}

/** An account of another set is silent: bindings often serve people and programs that come with it. */
function subjectProblem({ kind, name, namespace }: Subject, field: string, graph: Graph): Problem | undefined {
  if (kind !== 'ServiceAccount' || name == null || namespace == null) return undefined;
  if (graph.has('ServiceAccount', namespace, name)) return undefined;
  const near = nearest(name, graph.names('ServiceAccount', namespace));
  const [elsewhere] = graph.named('ServiceAccount', name);
  if (near === undefined && elsewhere === undefined) return undefined;
  // Whoever delivers the set chooses the namespace of what names none.
  if (elsewhere !== undefined && elsewhere.ref.namespace === undefined) return undefined;
  const message = `namespace '${namespace}' has no ServiceAccount '${name}'`;
  if (elsewhere !== undefined) {
    return {
      ...{ field: `${field}.namespace`, message: `${message}; there is one in namespace '${elsewhere.namespace}'` },
      related: [{ object: elsewhere, field: 'metadata.name' }],
      edits: [{ set: `${field}.namespace`, value: elsewhere.namespace }],
    };
  }
  const edits = near === undefined ? [] : [{ set: `${field}.name`, value: near }];
  // As with roles: operators and other sets have accounts of like names.
  return { field: `${field}.name`, severity: 'warning', message: `${message}; '${near ?? ''}' is the nearest`, edits };
}
