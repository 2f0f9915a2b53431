import type { Generator } from './generate';
import { isObject, type Json, type Place } from './json';
import { leftAlone, seldom } from './left-alone';
import { perturb } from './perturb';
import type { Random } from './random';
import type { NamedSchema, Schema, Schemas } from './schemas';

/**
 * Changes a field that is picked from the schema, not from the manifest: seldom used fields come up as often as the others.
 * What is missing on the way to it is grown from sound samples.
 */
export class Aim {
  private readonly schemas: Schemas;
  private readonly random: Random;
  private readonly leaves = new Map<Schema, number>();

  constructor(schemas: Schemas, random: Random) {
    this.schemas = schemas;
    this.random = random;
  }

  change(manifest: Json, root: NamedSchema, generator: Generator): string {
    return this.descend({ value: manifest, named: root, place: [] }, generator);
  }

  private descend(here: { value: unknown; named: NamedSchema; place: Place }, generator: Generator): string {
    const { value, named, place } = here;
    const step = this.step(value, named.schema, place, generator);
    if (step === undefined || typeof value !== 'object' || value === null) return `at ${place.join('.')}`;
    const holder = value as Json;
    const child = this.schemas.child(named.schema, step);
    const next = [...place, step];
    if (this.weight(child.schema) > 1) {
      if (typeof holder[step] !== 'object' || holder[step] === null) holder[step] = generator.sample(child, next);
      if (!this.random.chance(0.03)) return this.descend({ value: holder[step], named: child, place: next }, generator);
    }
    const near = holder[step] !== undefined && this.random.chance(0.25);
    holder[step] = near ? perturb(holder[step], this.random) : generator.value(child, next);
    return `aim at ${next.join('.')}`;
  }

  /** The field, position or key to go on with. */
  private step(value: unknown, schema: Schema, place: Place, generator: Generator): string | number | undefined {
    if (Array.isArray(value))
      return value.length === 0 || this.random.chance(0.1) ? value.length : this.random.below(value.length);
    if (!isObject(value)) return undefined;
    if (schema.properties !== undefined) return this.field(schema, place);
    const known = Object.keys(value);
    return known.length === 0 || this.random.chance(0.5) ? generator.key(place) : this.random.pick(known);
  }

  private field(schema: Schema, place: Place): string | undefined {
    const fields = Object.keys(schema.properties ?? {}).filter((name) => {
      const path = [...place, name].join('.');
      return (
        !leftAlone.test(path) &&
        !seldom.test(path) &&
        (place.length > 0 || name !== 'metadata' || this.random.chance(0.3))
      );
    });
    // Between every field alike and every leaf alike: a volume source weighs more than a name, but not a hundred times.
    const weights = fields.map((name) => Math.sqrt(this.weight(this.schemas.child(schema, name).schema)));
    let left = this.random.next() * weights.reduce((sum, weight) => sum + weight, 0);
    return fields.find((_, position) => (left -= weights[position] ?? 0) <= 0);
  }

  /** How many fields without fields of their own lie below; 1 for such a field itself. */
  private weight(schema: Schema): number {
    const known = this.leaves.get(schema);
    if (known !== undefined) return known;
    this.leaves.set(schema, 1); // ends the recursion of schemas that hold themselves
    const below = schema.properties ?? (schema.items === undefined ? {} : { items: schema.items });
    const weights = Object.values(below).map((child) => this.weight(this.schemas.resolve(child).schema));
    const nested = schema.items !== undefined || schema.additionalProperties !== undefined ? 2 : 1;
    const weight = Math.max(
      nested,
      weights.reduce((sum, one) => sum + one, 0),
    );
    this.leaves.set(schema, weight);
    return weight;
  }
}
