import type { KubeObject } from '../objects';

const renamedKinds = ['ClusterRole', 'ClusterRoleBinding'];

type Binding = KubeObject & { readonly roleRef?: { readonly kind: string; readonly name: string } };

/** Rights for the whole cluster under names of the test's own, so that those of an installed application stay as they are. */
export function renameClusterRoles(documents: readonly KubeObject[], set: string): readonly KubeObject[] {
  const own = (name: string): string => `e2e-${set}-${name}`;
  const roles = new Set(documents.filter(({ kind }) => kind === 'ClusterRole').map(({ metadata }) => metadata.name));
  return documents.map((document) => {
    const { roleRef } = document as Binding;
    const refersToOwn = roleRef?.kind === 'ClusterRole' && roles.has(roleRef.name);
    return {
      ...document,
      ...(refersToOwn ? { roleRef: { ...roleRef, name: own(roleRef.name) } } : {}),
      ...(renamedKinds.includes(document.kind)
        ? { metadata: { ...document.metadata, name: own(document.metadata.name) } }
        : {}),
    };
  });
}
