import { parseVersionedTexts, textAt, type SchemaFile, type VersionedText } from '../../kubernetes/schema-text';
import schemas from '../../kubernetes/schemas.json';
import { ListType, MapType } from './containers';
import { jsonType } from './json';
import { scalarTypes } from './scalars';
import { StructType, type Fields } from './struct';
import type { DecodedType } from './type';
import { UnionType } from './union';

const file: SchemaFile = schemas;

/** A kind that a release creates. */
export interface ServedKind {
  readonly namespaced: boolean;
  readonly type: DecodedType;
}

/** The types of one release. Each is made when it is first asked for: a process that sees three kinds makes the types of three kinds. */
export class TypeTable {
  private readonly minor: number;
  private readonly types = new Map<string, DecodedType>();

  constructor(minor: number) {
    this.minor = minor;
  }

  kind(apiVersion: string, kind: string): ServedKind | undefined {
    const key = `${apiVersion} ${kind}`;
    const line = Object.hasOwn(file.kinds, key) ? file.kinds[key] : undefined;
    const text = line === undefined ? undefined : textAt(line, this.minor);
    if (text === undefined) return undefined;
    const [scope, type] = text.split(' ');
    return { namespaced: scope === 'namespaced', type: this.type(type ?? '', true) };
  }

  /** The metadata of every object, also of custom kinds. */
  metadata(): DecodedType {
    return this.type('meta.v1.ObjectMeta', true);
  }

  private type(text: string, isStrict: boolean): DecodedType {
    const key = isStrict ? text : `${text} (not strict)`;
    let type = this.types.get(key);
    if (type === undefined) {
      type = this.make(text, isStrict);
      this.types.set(key, type);
    }
    return type;
  }

  private make(text: string, isStrict: boolean): DecodedType {
    if (text.startsWith('list ')) return new ListType(this.type(text.slice('list '.length), isStrict));
    if (text.startsWith('map ')) return new MapType(this.type(text.slice('map '.length), isStrict));
    if (text === 'any') return jsonType;
    return scalarTypes.get(text) ?? this.union(text) ?? this.struct(text, isStrict);
  }

  private struct(name: string, isStrict: boolean): DecodedType {
    const lines = file.types[name] ?? {};
    const makeFields = (): Fields => {
      const fields = Object.create(null) as Record<string, DecodedType>;
      for (const field of Object.keys(lines)) {
        const text = textAt(lines[field] ?? '', this.minor);
        if (text !== undefined) fields[field] = this.type(text, isStrict);
      }
      return fields;
    };
    const otherReleases = (field: string): string | undefined =>
      Object.hasOwn(lines, field) ? printReleases(parseVersionedTexts(lines[field] ?? '')) : undefined;
    return new StructType(makeFields, otherReleases, isStrict);
  }

  /** marshal.go of apiextensions/v1: what stands inside is read by another decoder, which lets unknown fields pass. */
  private union(text: string): DecodedType | undefined {
    if (!text.startsWith('schemaOr')) return undefined;
    const schema = this.type('apiextensions.v1.JSONSchemaProps', false);
    const list = new ListType(text === 'schemaOrStrings' ? this.type('string', false) : schema);
    return new UnionType('a schema or true or false', (value) => {
      if (text === 'schemaOrBoolean')
        return typeof value === 'boolean' ? jsonType : isObject(value) ? schema : undefined;
      if (Array.isArray(value)) return list;
      return isObject(value) ? schema : jsonType;
    });
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function printReleases(parts: readonly VersionedText[]): string {
  const since = parts[0]?.since ?? 0;
  const until = parts.at(-1)?.until ?? Infinity;
  return until === Infinity ? `it is known since Kubernetes 1.${since}` : `it is gone since Kubernetes 1.${until + 1}`;
}
