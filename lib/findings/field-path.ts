/**
 * The place of a value in an object, printed as the API server prints it: `spec.ports[0].nodePort`, `metadata.labels[app]`.
 *
 * Immutable and linked to its parent, so that a validator extends the path it was given and nothing is printed until a problem is found.
 * Follows k8s.io/apimachinery/pkg/util/validation/field.Path.
 */
export class FieldPath {
  private readonly parent: FieldPath | undefined;
  private readonly segment: string | number | MapKey;

  private constructor(parent: FieldPath | undefined, segment: string | number | MapKey) {
    this.parent = parent;
    this.segment = segment;
  }

  /** A path that begins with this field. */
  static of(name: string): FieldPath {
    return new FieldPath(undefined, name);
  }

  /** The field `name` of the object at this path. */
  child(name: string): FieldPath {
    return new FieldPath(this, name);
  }

  /** The item at `position` of the list at this path. */
  index(position: number): FieldPath {
    return new FieldPath(this, position);
  }

  /** The value under `key` of the map at this path. */
  key(key: string): FieldPath {
    return new FieldPath(this, new MapKey(key));
  }

  toString(): string {
    const { parent, segment } = this;
    const text = typeof segment === 'string' ? segment : `[${segment.toString()}]`;
    if (parent === undefined) return text;
    return typeof segment === 'string' ? `${parent.toString()}.${text}` : parent.toString() + text;
  }
}

class MapKey {
  private readonly key: string;

  constructor(key: string) {
    this.key = key;
  }

  toString(): string {
    return this.key;
  }
}
