import type { IConstruct } from 'constructs';
import { nearest, quoteList } from '../../kubernetes/wording';
import { ConstructError } from '../construct-error';
import type { Named } from './env';
import { nameOf } from './env';
import { inKubernetesSpelling, isPlusRenderable } from './plus';

/** The source of a volume in Kubernetes' own shape, `{ nfs: { server, path } }`; {@link Volume} makes the common ones. */
export type VolumeSource = Readonly<Record<string, unknown>>;

/** A volume: a source, or a `Volume` of cdk8s-plus. */
export type VolumeProps = VolumeSource | (IConstruct & { readonly name: string });

/** Which keys of a ConfigMap or Secret become files, and how. */
export interface KeysAsFiles {
  /** File name by key. @default - every key is a file of its name */
  readonly items?: Readonly<Record<string, string>>;
  /** Permissions of the files, as a number: `0o440`. @default 0o644 */
  readonly defaultMode?: number;
  /** Whether the pod starts where the object or a key is missing. @default false */
  readonly optional?: boolean;
}

/** Sources of volumes. */
export const Volume = {
  /** An empty folder that lives as long as the pod. */
  emptyDir: (options: { readonly medium?: 'Memory'; readonly sizeLimit?: string } = {}): VolumeSource => ({
    emptyDir: options,
  }),
  /** The keys of a ConfigMap as files. */
  configMap: (configMap: Named, options: KeysAsFiles = {}): VolumeSource => ({
    configMap: { name: nameOf(configMap), ...filesOf(options) },
  }),
  /** The keys of a Secret as files. */
  secret: (secret: Named, options: KeysAsFiles = {}): VolumeSource => ({
    secret: { secretName: nameOf(secret), ...filesOf(options) },
  }),
  /** A PersistentVolumeClaim of the pod's namespace. */
  claim: (claim: Named, options: { readonly readOnly?: boolean } = {}): VolumeSource => ({
    persistentVolumeClaim: { claimName: nameOf(claim), ...options },
  }),
  /** A folder or file of the node. No Pod Security level below "privileged" allows it. */
  hostPath: (path: string, type?: string): VolumeSource => ({ hostPath: { path, type } }),
} as const;

/** Where a container sees a volume. */
export interface Mount {
  /** The name under which the volume stands in `volumes`. */
  readonly volume: string;
  /** @default false */
  readonly readOnly?: boolean;
  /** A folder or file inside the volume, instead of its root. @default - the root */
  readonly subPath?: string;
}

/** The prefix of the names of the volumes behind `writableDirectories`. */
const writablePrefix = 'writable-';

/** The volumes of a pod: the named ones, and an empty one for each directory that some container may write. */
export class Volumes {
  private readonly scope: IConstruct;
  private readonly named: Readonly<Record<string, VolumeProps>>;
  private readonly claims: readonly string[];
  private readonly writable = new Map<string, string>();

  /** @param claims volumes that the workload makes for each pod, so that the pod does not list them */
  constructor(scope: IConstruct, named: Readonly<Record<string, VolumeProps>> = {}, claims: readonly string[] = []) {
    this.scope = scope;
    this.named = named;
    this.claims = claims;
    const twice = claims.find((claim) => claim in named);
    if (twice !== undefined)
      throw new ConstructError(scope, `'${twice}' is both in volumes and in volumeClaims. Rename one.`);
  }

  /** The `volumeMounts` of a container. */
  mountsOf(
    container: string,
    mounts: Readonly<Record<string, string | Mount>> = {},
    writableDirectories: readonly string[] = [],
  ): readonly object[] {
    const named = Object.entries(mounts).map(([mountPath, mount]) => {
      const { volume, ...options } = typeof mount === 'string' ? { volume: mount } : mount;
      this.checkNamed(container, volume);
      return { name: volume, mountPath, ...options };
    });
    return [
      ...named,
      ...writableDirectories.map((path) => ({ name: this.writableVolume(container, path), mountPath: path })),
    ];
  }

  /** The `volumes` of the pod. Ask when all containers have been. */
  list(): readonly object[] {
    const named = Object.entries(this.named).map(([name, volume]) => ({ ...sourceOf(volume), name }));
    return [...named, ...[...this.writable.values()].map((name) => ({ name, emptyDir: {} }))];
  }

  private checkNamed(container: string, volume: string): void {
    const names = [...Object.keys(this.named), ...this.claims];
    if (names.includes(volume)) return;
    const suggestion = nearest(volume, names);
    throw new ConstructError(
      this.scope,
      `Container '${container}' mounts the volume '${volume}', which is not in \`volumes\`. There are: ${quoteList(names)}.` +
        (suggestion === undefined ? '' : ` Did you mean '${suggestion}'?`),
    );
  }

  private writableVolume(container: string, path: string): string {
    const key = `${container} ${path}`;
    const known = this.writable.get(key);
    if (known !== undefined) return known;
    const name = `${writablePrefix}${this.writable.size + 1}`;
    this.writable.set(key, name);
    return name;
  }
}

function sourceOf(volume: VolumeProps): object {
  return (isPlusRenderable(volume) ? inKubernetesSpelling(volume._toKube()) : volume) as object;
}

function filesOf({ items, ...rest }: KeysAsFiles): object {
  if (items === undefined) return rest;
  return { ...rest, items: Object.entries(items).map(([key, path]) => ({ key, path })) };
}
