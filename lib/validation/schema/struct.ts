import { FieldPath } from '../../findings/field-path';
import { nearest } from '../../kubernetes/wording';
import { stringType } from './scalars';
import { describe, isPlainObject, shortText, type DecodedType, type Explainer, type Reader } from './type';

/** The fields of an object at one release, on an object without a prototype. They are made when they are first asked for: most types never are. */
export type Fields = Readonly<Record<string, DecodedType | undefined>>;

/** Says when a field that this release does not know is or was known; undefined where no release knows it. */
export type OtherReleases = (field: string) => string | undefined;

/** An object with fields of its own. */
export class StructType implements DecodedType {
  private readonly makeFields: () => Fields;
  private readonly otherReleases: OtherReleases;
  private readonly isStrict: boolean;
  private fields: Fields | undefined;

  /** An object that is not strict lets unknown fields pass: they are dropped unread. */
  constructor(makeFields: () => Fields, otherReleases: OtherReleases, isStrict: boolean) {
    this.makeFields = makeFields;
    this.otherReleases = otherReleases;
    this.isStrict = isStrict;
  }

  accepts(value: unknown, reader: Reader): boolean {
    if (typeof value !== 'object' || Array.isArray(value) || !reader.enter()) return false;
    const fields = this.fields ?? this.allFields();
    const object = value as Readonly<Record<string, unknown>>;
    let isEmpty = true;
    for (const name in object) {
      isEmpty = false;
      const item = object[name];
      const type = fields[name];
      // the most frequent cases come first, and without a call
      if (type === stringType && typeof item === 'string') {
        if (item.length > shortText) reader.left -= item.length;
      } else if (type === undefined) {
        if (item !== undefined && this.isStrict) return false;
      } else if (item != null && !type.accepts(item, reader)) {
        return false;
      }
    }
    return (!isEmpty || isPlainObject(object)) && reader.leave();
  }

  explain(value: unknown, path: FieldPath | undefined, explainer: Explainer): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !isPlainObject(value)) {
      explainer.say('decode/type', path, `must be an object, not ${describe(value)}`);
      return;
    }
    if (!explainer.reader.enter()) return;
    const fields = this.allFields();
    const object = value as Readonly<Record<string, unknown>>;
    for (const name in object) {
      const item = object[name];
      if (item === undefined) continue;
      const type = fields[name];
      const at = path === undefined ? FieldPath.of(name) : path.child(name);
      if (type === undefined) {
        if (this.isStrict) explainer.say('decode/unknown-field', at, this.explainUnknown(name, fields));
      } else if (item !== null) {
        type.explain(item, at, explainer);
      }
      if (!explainer.reader.take(name.length)) break;
    }
    explainer.reader.leave();
  }

  private allFields(): Fields {
    return (this.fields ??= this.makeFields());
  }

  private explainUnknown(name: string, fields: Fields): string {
    const known = this.otherReleases(name);
    if (known !== undefined) return `unknown field: ${known}`;
    const meant = name.length > longestName ? undefined : nearest(name, Object.keys(fields));
    return meant === undefined ? 'unknown field' : `unknown field: was '${meant}' meant?`;
  }
}

/** No field has a longer name: beyond that nothing is near. */
const longestName = 60;
