import type { Json, Place } from './json';
import type { Random } from './random';
import type { SamplePool } from './sample-pool';
import { isIntOrString, isQuantity, type NamedSchema, type Schema, type Schemas } from './schemas';
import {
  anyInteger,
  anyText,
  keys,
  knownKeys,
  numberCandidatesAt,
  quantities,
  resourceNames,
  textCandidatesAt,
} from './values';

interface Choices {
  readonly sound: readonly unknown[];
  readonly odd: readonly unknown[];
}

const timestamps: Choices = {
  sound: ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000000Z'],
  odd: [
    '2026-01-01',
    'x',
    '',
    '2026-01-01T00:00:00+02:00',
    '2026-13-01T00:00:00Z',
    '2026-01-01 00:00:00Z',
    '2026-01-01T00:00:00.5Z',
  ],
};
const bytes: Choices = { sound: ['aGk=', ''], odd: ['not base64!', 'aGk', 'aGk=\n', 'a-_='] };

/** Makes values along the schema. `oddness` is the share of values that are likely to be refused. */
export class Generator {
  private readonly schemas: Schemas;
  private readonly pool: SamplePool;
  private readonly random: Random;
  private readonly oddness: number;

  constructor(schemas: Schemas, pool: SamplePool, random: Random, oddness: number) {
    this.schemas = schemas;
    this.pool = pool;
    this.random = random;
    this.oddness = oddness;
  }

  /** A value for a place: a sample of a sound object, or one made of parts. */
  value(named: NamedSchema, place: Place, depth = 0): unknown {
    const { random } = this;
    if (random.chance(this.oddness / 12)) return random.pick([null, null, '', [], {}]);
    const samples = this.pool.of(named.name);
    if (samples.length > 0 && random.chance(0.6)) return structuredClone(random.pick(samples));
    if (isIntOrString(named.schema)) return this.choose(numberCandidatesAt(pathOf(place)) ?? anyInteger);
    if (isQuantity(named)) return this.choose(quantities);
    switch (named.schema.type) {
      case 'boolean':
        return random.chance(0.5);
      case 'integer':
        return this.choose(onlyNumbers(numberCandidatesAt(pathOf(place)) ?? anyInteger));
      case 'number':
        return random.pick([0, 1, 0.5, -1]);
      case 'string':
        return this.text(named, place);
      case 'array':
        return this.list(named.schema, place, depth);
      default:
        return this.object(named.schema, place, depth);
    }
  }

  /** A sound value for a place, from a sample where there is one. */
  sample(named: NamedSchema, place: Place): unknown {
    const samples = this.pool.of(named.name);
    if (samples.length > 0) return structuredClone(this.random.pick(samples));
    if (named.schema.type === 'array') return [this.sample(this.schemas.child(named.schema, 0), [...place, 0])];
    return named.schema.properties === undefined ? {} : this.object(named.schema, place, 6);
  }

  /** A key for a map. */
  key(place: Place): string {
    if (isMetadataMap(place) && this.random.chance(0.5)) return this.random.pick(Object.keys(knownKeys));
    const amounts = /^(limits|requests|capacity|hard|overhead|allocatedResources)$/.test(String(place.at(-1)));
    return String(this.choose(amounts ? resourceNames : keys));
  }

  private text({ name, schema }: NamedSchema, place: Place): unknown {
    const known = isMetadataMap(place.slice(0, -1)) ? knownKeys[String(place.at(-1))] : undefined;
    if (known !== undefined) return this.random.pick(known);
    if (schema.format === 'date-time' || name?.endsWith('Time') === true) return this.choose(timestamps);
    if (schema.format === 'byte') return this.choose(bytes);
    return this.choose(textCandidatesAt(pathOf(place)) ?? anyText);
  }

  private list(schema: Schema, place: Place, depth: number): unknown[] {
    const length = this.random.pick([0, 1, 1, 1, 2, 2, 3]);
    const items: unknown[] = [];
    for (let position = 0; position < length; position++) {
      const again = position > 0 && this.random.chance(this.oddness);
      const item = this.schemas.child(schema, 0);
      items.push(again ? structuredClone(items[0]) : this.value(item, [...place, position], depth + 1));
    }
    return items;
  }

  private object(schema: Schema, place: Place, depth: number): Json {
    const made: Json = {};
    if (schema.properties === undefined) {
      const entries = schema.additionalProperties === undefined ? 0 : this.random.pick([0, 1, 1, 2]);
      for (let count = 0; count < entries; count++) {
        const key = this.key(place);
        made[key] = this.value(this.schemas.child(schema, key), [...place, key], depth + 1);
      }
      return made;
    }
    for (const field of this.fieldsToFill(schema, depth)) {
      made[field] = this.value(this.schemas.child(schema, field), [...place, field], depth + 1);
    }
    return made;
  }

  private fieldsToFill(schema: Schema, depth: number): readonly string[] {
    const required = (schema.required ?? []).filter(() => !this.random.chance(this.oddness / 4));
    const optional = Object.keys(schema.properties ?? {}).filter((name) => schema.required?.includes(name) !== true);
    const count = depth > 5 || optional.length === 0 ? 0 : this.random.pick(depth < 2 ? [1, 1, 2, 3] : [0, 1, 1, 2]);
    return [...required, ...Array.from({ length: count }, () => this.random.pick(optional))];
  }

  private choose({ sound, odd }: Choices): unknown {
    return this.random.pick(this.random.chance(this.oddness) ? odd : sound);
  }
}

function isMetadataMap(place: Place): boolean {
  return place.at(-1) === 'annotations' || place.at(-1) === 'labels';
}

function onlyNumbers({ sound, odd }: Choices): Choices {
  const numbers = (values: readonly unknown[]) => values.filter((value) => typeof value === 'number');
  return { sound: numbers(sound), odd: numbers(odd) };
}

/** The dotted path without positions; the keys of maps of texts are `*`. */
function pathOf(place: Place): string {
  const names = place.filter((step) => typeof step === 'string');
  const map = names.findIndex((name) => mapsOfTexts.has(name));
  return (map < 0 || map === names.length - 1 ? names : [...names.slice(0, map + 1), '*']).join('.');
}

const mapsOfTexts = new Set([
  'labels',
  'annotations',
  'matchLabels',
  'nodeSelector',
  'data',
  'binaryData',
  'stringData',
]);
