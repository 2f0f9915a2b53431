import type { KubernetesMinor } from '../kubernetes/versions';
import { rulesOfKind, type KindRules } from './kinds';
import type { MetadataForm } from './metadata';
import type { DecodedType } from './schema/type';
import { TypeTable } from './schema/type-table';

/** All that is known of a kind at a release, found once. */
export interface KnownKind {
  readonly type: DecodedType;
  readonly rules: KindRules;
  readonly metadata: MetadataForm;
}

class Release {
  private readonly types: TypeTable;
  private readonly kinds = new Map<string, Map<string, KnownKind>>();

  constructor(minor: KubernetesMinor) {
    this.types = new TypeTable(minor);
  }

  /** How metadata decodes, also that of custom kinds. */
  metadata(): DecodedType {
    return this.types.metadata();
  }

  kind(apiVersion: string, kind: string): KnownKind | undefined {
    return this.kinds.get(apiVersion)?.get(kind) ?? this.find(apiVersion, kind);
  }

  private find(apiVersion: string, kind: string): KnownKind | undefined {
    const served = this.types.kind(apiVersion, kind);
    if (served === undefined) return undefined;
    const rules = rulesOfKind(apiVersion, kind);
    const known = { type: served.type, rules, metadata: { ...rules, namespaced: served.namespaced } };
    const ofVersion = this.kinds.get(apiVersion) ?? new Map<string, KnownKind>();
    this.kinds.set(apiVersion, ofVersion.set(kind, known));
    return known;
  }
}

const releases = new Map<KubernetesMinor, Release>();

/** What is known of a release: the same object for every document. */
export function releaseOf(minor: KubernetesMinor): Release {
  let release = releases.get(minor);
  if (release === undefined) {
    release = new Release(minor);
    releases.set(minor, release);
  }
  return release;
}
