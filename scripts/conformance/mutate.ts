import type { Generator } from './generate';
import { isObject, type Json, type Place, putAt, removeAt, valueAt } from './json';
import { leftAlone, seldom } from './left-alone';
import { perturb } from './perturb';
import type { Random } from './random';
import type { NamedSchema, Schemas } from './schemas';

/** A value of a manifest with its place and schema. */
interface Site {
  readonly place: Place;
  readonly named: NamedSchema;
  readonly value: unknown;
}

/** One random change of a manifest, told in a few words. */
export class Mutator {
  private readonly schemas: Schemas;
  private readonly random: Random;

  constructor(schemas: Schemas, random: Random) {
    this.schemas = schemas;
    this.random = random;
  }

  mutate(manifest: Json, root: NamedSchema, generator: Generator): string {
    const sites: Site[] = [];
    this.collect({ place: [], named: root, value: manifest }, sites);
    const site = this.choose(sites);
    if (isObject(site.value) && this.random.chance(0.75)) return this.changeObject(manifest, site, generator);
    if (Array.isArray(site.value) && this.random.chance(0.5)) return this.changeList(site, generator);
    return this.changeValue(manifest, site, generator, sites);
  }

  private collect(site: Site, sites: Site[]): void {
    if (leftAlone.test(site.place.join('.'))) return;
    sites.push(site);
    const { value, place, named } = site;
    const steps = Array.isArray(value) ? value.keys() : isObject(value) ? Object.keys(value) : [];
    for (const step of steps) {
      const child = {
        place: [...place, step],
        named: this.schemas.child(named.schema, step),
        value: valueAt(value, [step]),
      };
      this.collect(child, sites);
    }
  }

  /** Leans on the specification: most of the rules are there. */
  private choose(sites: readonly Site[]): Site {
    const site = this.random.pick(sites);
    const dull = site.place.length === 0 || site.place[0] === 'metadata';
    return dull && this.random.chance(0.8) ? this.random.pick(sites) : site;
  }

  private changeObject(manifest: Json, { place, named, value }: Site, generator: Generator): string {
    const target = value as Json;
    const { properties } = named.schema;
    if (this.random.chance(0.012))
      return setField(target, place, this.random.pick(['foo', 'Spec', 'selektor', 'ports']), 'x');
    if (properties === undefined) {
      const key = generator.key(place);
      return setField(target, place, key, generator.value(this.schemas.child(named.schema, key), [...place, key]));
    }
    const withSeldom = this.random.chance(0.1);
    const absent = Object.keys(properties).filter((name) => {
      const path = [...place, name].join('.');
      return !(name in target) && !leftAlone.test(path) && (withSeldom || !seldom.test(path));
    });
    if (absent.length > 0 && (place.length > 0 || this.random.chance(0.3))) {
      const name = this.random.pick(absent);
      return setField(target, place, name, generator.value(this.schemas.child(named.schema, name), [...place, name]));
    }
    return this.dropOf(manifest, place, Object.keys(target));
  }

  private changeList({ place, named, value }: Site, generator: Generator): string {
    const list = value as unknown[];
    const label = place.join('.');
    if (list.length > 0 && this.random.chance(0.3)) {
      list.push(structuredClone(this.random.pick(list)));
      return `duplicate in ${label}`;
    }
    if (this.random.chance(0.05)) {
      list.push(null);
      return `null in ${label}`;
    }
    if (list.length > 0 && this.random.chance(0.05)) {
      const sample = this.random.pick(list);
      const count = this.random.pick([8, 16, 20, 32, 33, 64, 100, 101, 255, 256, 1000, 1001]);
      for (let more = 0; more < count; more++) list.push(numbered(sample, more));
      return `many in ${label}`;
    }
    list.push(generator.value(this.schemas.child(named.schema, 0), [...place, list.length]));
    return `append to ${label}`;
  }

  private changeValue(manifest: Json, site: Site, generator: Generator, sites: readonly Site[]): string {
    const { place, named, value } = site;
    const label = place.join('.');
    if (place.length === 0) return this.dropOf(manifest, place, Object.keys(manifest));
    const roll = this.random.next();
    if (roll < 0.18) return this.dropOf(manifest, place.slice(0, -1), [String(place.at(-1))]);
    if (roll < 0.23)
      return put(manifest, place, this.random.pick([null, null, '', [], {}, 0, false]), `empty ${label}`);
    if (roll < 0.45) return put(manifest, place, perturb(value, this.random), `perturb ${label}`);
    if (roll < 0.55 && typeof value === 'string') {
      const others = sites.filter((other) => typeof other.value === 'string');
      return put(manifest, place, this.random.pick(others).value, `copy into ${label}`);
    }
    if (roll < 0.57)
      return put(manifest, place, this.random.pick(['x', 1, 1.5, true, ['x'], { x: 1 }]), `type of ${label}`);
    return put(manifest, place, generator.value(named, place), `set ${label}`);
  }

  private dropOf(manifest: Json, place: Place, names: readonly string[]): string {
    const droppable = names.filter((name) => !leftAlone.test([...place, name].join('.')));
    if (droppable.length === 0) return 'nothing';
    const name = this.random.pick(droppable);
    removeAt(manifest, [...place, Array.isArray(valueAt(manifest, place)) ? Number(name) : name]);
    return `drop ${[...place, name].join('.')}`;
  }
}

/** A copy that differs by its number, so that no two entries are the same. */
function numbered(sample: unknown, number: number): unknown {
  if (typeof sample === 'string') return `${sample}${number}`;
  const copy: unknown = structuredClone(sample);
  if (!isObject(copy)) return copy;
  for (const field of ['name', 'path', 'ip', 'key'])
    if (typeof copy[field] === 'string') copy[field] = `${copy[field]}${number}`;
  return copy;
}

function setField(target: Json, place: Place, name: string, value: unknown): string {
  target[name] = value;
  return `grow ${[...place, name].join('.')}`;
}

function put(manifest: Json, place: Place, value: unknown, said: string): string {
  putAt(manifest, place, value);
  return said;
}
