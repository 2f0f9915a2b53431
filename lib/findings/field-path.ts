/**
 * The place of a value in an object, printed as the API server prints it: `spec.ports[0].nodePort`, `metadata.labels[app]`.
 *
 * Immutable and linked to its parent, so that a validator extends the path it was given and nothing is printed until a problem is found.
 * Follows k8s.io/apimachinery/pkg/util/validation/field.Path.
 */
export class FieldPath {
  private readonly parent: FieldPath | undefined;
  private readonly segment: string | number;
  private readonly isKey: boolean;

  private constructor(parent: FieldPath | undefined, segment: string | number, isKey: boolean) {
    this.parent = parent;
    this.segment = segment;
    this.isKey = isKey;
  }

  /** A path that begins with this field. */
  static of(name: string): FieldPath {
    return new FieldPath(undefined, name, false);
  }

  /** The field `name` of the object at this path. */
  child(name: string): FieldPath {
    return new FieldPath(this, name, false);
  }

  /** The item at `position` of the list at this path. */
  index(position: number): FieldPath {
    return new FieldPath(this, position, true);
  }

  /** The value under `key` of the map at this path. */
  key(key: string): FieldPath {
    return new FieldPath(this, key, true);
  }

  toString(): string {
    const { parent, segment } = this;
    if (parent === undefined) return String(segment);
    return this.isKey ? `${parent.toString()}[${segment}]` : `${parent.toString()}.${segment}`;
  }
}
