import type { ApiServer } from './api-server';

/** What the fuzzer reads of an OpenAPI v3 schema. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: readonly { group: string; version: string; kind: string }[];
}

/** A schema with its name, where it has one: `io.k8s.api.core.v1.Probe`. */
export interface NamedSchema {
  readonly name: string | undefined;
  readonly schema: Schema;
}

/** The schemas that a server publishes. */
export class Schemas {
  private readonly byName: Readonly<Record<string, Schema>>;
  private readonly roots = new Map<string, NamedSchema>();

  constructor(byName: Readonly<Record<string, Schema>>) {
    this.byName = byName;
    for (const [name, schema] of Object.entries(byName)) {
      if (schema.properties?.['metadata'] === undefined) continue;
      for (const { group, version, kind } of schema['x-kubernetes-group-version-kind'] ?? []) {
        this.roots.set(`${group === '' ? version : `${group}/${version}`} ${kind}`, { name, schema });
      }
    }
  }

  /** Reads the OpenAPI documents of the groups that are asked for, `api/v1` and `apis/apps/v1`. */
  static async ofServer(server: ApiServer, groupVersions: readonly string[]): Promise<Schemas> {
    const index = (await server.get('/openapi/v3')) as { paths: Record<string, { serverRelativeURL: string }> };
    const byName: Record<string, Schema> = {};
    for (const groupVersion of groupVersions) {
      const found = index.paths[groupVersion];
      if (found === undefined) continue;
      const document = (await server.get(found.serverRelativeURL)) as { components?: { schemas?: object } };
      Object.assign(byName, document.components?.schemas);
    }
    return new Schemas(byName);
  }

  /** The schema of a kind, under `apps/v1 Deployment`. */
  root(apiVersion: string, kind: string): NamedSchema | undefined {
    return this.roots.get(`${apiVersion} ${kind}`);
  }

  /** What a schema stands for when it refers to another one. */
  resolve(schema: Schema | undefined): NamedSchema {
    const reference = schema?.$ref ?? schema?.allOf?.[0]?.$ref;
    if (reference === undefined) return { name: undefined, schema: schema ?? {} };
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    return { name, schema: this.byName[name] ?? {} };
  }

  /** The schema of a field, item or map entry of a value with that schema. */
  child(schema: Schema, step: string | number): NamedSchema {
    if (typeof step === 'number') return this.resolve(schema.items);
    return this.resolve(schema.properties?.[step] ?? schema.additionalProperties);
  }
}

/** Is it a whole number or a text, like a port? */
export function isIntOrString(schema: Schema): boolean {
  return schema.format === 'int-or-string';
}

/** Is it a quantity: a number or a text? */
export function isQuantity({ name, schema }: NamedSchema): boolean {
  return name?.endsWith('.resource.Quantity') === true || (schema.oneOf?.length === 2 && !isIntOrString(schema));
}
