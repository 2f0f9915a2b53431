import { isObject, type Json } from './json';
import type { NamedSchema, Schemas } from './schemas';

/**
 * Sound values by the name of their schema, collected from sound objects: a probe of any of them can stand wherever a probe can.
 */
export class SamplePool {
  private readonly samples = new Map<string, unknown[]>();

  constructor(schemas: Schemas, manifests: readonly Json[]) {
    for (const manifest of manifests) {
      const root = schemas.root(String(manifest['apiVersion']), String(manifest['kind']));
      if (root !== undefined) this.collect(schemas, manifest, root);
    }
  }

  /** The samples of a schema. */
  of(name: string | undefined): readonly unknown[] {
    return this.samples.get(name ?? '') ?? [];
  }

  private collect(schemas: Schemas, value: unknown, { name, schema }: NamedSchema): void {
    if (name !== undefined && typeof value === 'object') {
      const known = this.samples.get(name);
      if (known === undefined) this.samples.set(name, [value]);
      else known.push(value);
    }
    if (Array.isArray(value)) for (const item of value) this.collect(schemas, item, schemas.child(schema, 0));
    else if (isObject(value)) {
      for (const [key, child] of Object.entries(value)) this.collect(schemas, child, schemas.child(schema, key));
    }
  }
}

/** The object without the fields that the server does not know. */
export function prune(schemas: Schemas, value: unknown, { schema }: NamedSchema): unknown {
  if (Array.isArray(value)) return value.map((item) => prune(schemas, item, schemas.child(schema, 0)));
  if (!isObject(value)) return value;
  const known = Object.entries(value).filter(
    ([key]) => schema.properties === undefined || Object.hasOwn(schema.properties, key),
  );
  return Object.fromEntries(known.map(([key, child]) => [key, prune(schemas, child, schemas.child(schema, key))]));
}
