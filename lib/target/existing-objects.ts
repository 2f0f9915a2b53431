import { nameGlob } from '../kubernetes/name-glob';

/** Objects that a cluster has beside the manifests that it receives. */
export interface ExistingObject {
  /** The kind, `Secret`. */
  readonly kind: string;
  /**
   * The namespace, or a glob: `team-*`.
   * @default - any, and none for kinds that have none
   */
  readonly namespace?: string;
  /** The name, or a glob: `*-tls`. */
  readonly name: string;
}

/** What every cluster has. */
export const everywhere: readonly ExistingObject[] = [
  { kind: 'Namespace', name: 'default' },
  { kind: 'Namespace', name: 'kube-*' },
  { kind: 'Service', namespace: 'default', name: 'kubernetes' },
  { kind: 'Service', namespace: 'kube-system', name: 'kube-dns' },
  { kind: 'ServiceAccount', name: 'default' },
  { kind: 'ConfigMap', name: 'kube-root-ca.crt' },
];

type Includes = (namespace: string, name: string) => boolean;

/** Objects by their names and globs. */
export class ExistingObjects {
  private readonly byKind = new Map<string, Includes[]>();

  constructor(objects: readonly ExistingObject[]) {
    for (const { kind, namespace = '*', name } of objects) {
      // Kinds without namespaces have the empty one.
      const hasNamespace = namespace === '*' ? () => true : nameGlob(namespace);
      const hasName = nameGlob(name);
      const ofKind = this.byKind.get(kind) ?? [];
      this.byKind.set(kind, ofKind);
      ofKind.push((given, called) => hasNamespace(given) && hasName(called));
    }
  }

  /** @param kind with its group or without */
  include(kind: string, namespace: string, name: string): boolean {
    const ofKind = this.byKind.get(kind.slice(kind.lastIndexOf(' ') + 1));
    return ofKind?.some((includes) => includes(namespace, name)) === true;
  }
}

export function existingObjectProblems({ kind, name }: ExistingObject): string[] {
  return [
    ...(kind === '' ? ["exists holds an object without a kind: say which, such as 'Secret'"] : []),
    ...(name === '' ? [`exists holds a ${kind || 'object'} without a name: name it, or '*' for all`] : []),
  ];
}
