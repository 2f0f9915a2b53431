import picomatch from 'picomatch';

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

/** Objects by their names and globs. */
export class ExistingObjects {
  private readonly kind: string;
  private readonly namespace: (text: string) => boolean;
  private readonly name: (text: string) => boolean;

  constructor({ kind, namespace = '*', name }: ExistingObject) {
    this.kind = kind;
    this.namespace = namespace === '*' ? () => true : glob(namespace);
    this.name = glob(name);
  }

  /** @param kind with its group or without */
  include(kind: string, namespace: string, name: string): boolean {
    return kind.slice(kind.lastIndexOf(' ') + 1) === this.kind && this.namespace(namespace) && this.name(name);
  }
}

/** The dots of names mean nothing special. */
function glob(pattern: string): (text: string) => boolean {
  return picomatch(pattern, { dot: true });
}

export function existingObjectProblems({ kind, name }: ExistingObject): string[] {
  return [
    ...(kind === '' ? ["exists holds an object without a kind: say which, such as 'Secret'"] : []),
    ...(name === '' ? [`exists holds a ${kind || 'object'} without a name: name it, or '*' for all`] : []),
  ];
}
