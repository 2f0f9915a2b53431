import { Aim } from './aim';
import { bases } from './bases';
import { Generator } from './generate';
import { isObject, type Json } from './json';
import { Mutator } from './mutate';
import { Random } from './random';
import { prune, SamplePool } from './sample-pool';
import type { Schemas } from './schemas';

/** A manifest to ask about. */
export interface CorpusEntry {
  readonly id: string;
  /** How it came to be, from a sound object. */
  readonly mutations: readonly string[];
  readonly manifest: Json;
}

export interface CorpusOptions {
  readonly seed: number;
  readonly count: number;
  /** Only these kinds; all where it is empty. */
  readonly kinds: readonly string[];
}

/** The groups of the kinds that the corpus holds, as a server's index of OpenAPI documents names them. */
export const groupVersions: readonly string[] = [
  ...new Set(
    bases.map(({ apiVersion }) =>
      String(apiVersion).includes('/') ? `apis/${String(apiVersion)}` : `api/${String(apiVersion)}`,
    ),
  ),
];

/** Grows and breaks sound objects along a server's schemas. The same seed gives the same corpus against the same schemas. */
export function* randomCorpus(schemas: Schemas, { seed, count, kinds }: CorpusOptions): Iterable<CorpusEntry> {
  const sound = soundObjects(schemas).filter(({ kind }) => kinds.length === 0 || kinds.includes(String(kind)));
  if (sound.length === 0) throw new Error(`the server knows none of the kinds ${kinds.join(', ')}`);
  const pool = new SamplePool(schemas, soundObjects(schemas));
  const random = new Random(seed);
  const mutator = new Mutator(schemas, random);
  const aim = new Aim(schemas, random);
  for (let number = 0; number < count; number++) {
    const manifest = structuredClone(random.pick(sound));
    const root = schemas.root(String(manifest['apiVersion']), String(manifest['kind']));
    if (root === undefined) continue;
    const generator = new Generator(schemas, pool, random, random.pick([0.03, 0.1, 0.3, 0.5, 0.7]));
    const steps = random.pick([1, 1, 1, 2, 2, 3, 4, 6]);
    const mutations = Array.from({ length: steps }, () =>
      random.chance(0.5) ? mutator.mutate(manifest, root, generator) : aim.change(manifest, root, generator),
    );
    yield { id: `s${seed}-${number}`, mutations, manifest };
  }
}

/** The bases that the server serves, without the fields that it does not know. */
function soundObjects(schemas: Schemas): readonly Json[] {
  return bases.flatMap((base) => {
    const root = schemas.root(String(base['apiVersion']), String(base['kind']));
    const pruned = root === undefined ? undefined : prune(schemas, base, root);
    return isObject(pruned) ? [pruned] : [];
  });
}
