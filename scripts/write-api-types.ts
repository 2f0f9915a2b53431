/**
 * Writes lib/kubernetes/api.ts: the shapes of the API objects whose values we validate, over all known versions,
 * from the servers' own OpenAPI documents.
 *
 *     npx tsx scripts/write-api-types.ts FOLDER     FOLDER holds kubernetes-1.NN.json.gz
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { kubernetesMinors } from '../lib/kubernetes/versions';

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface OpenApi {
  readonly kinds: Readonly<Record<string, { readonly schema: string }>>;
  readonly schemas: Readonly<Record<string, Schema>>;
}

const validatedKinds = [
  ...['Pod', 'Service', 'Endpoints', 'ConfigMap', 'Secret', 'ServiceAccount', 'Namespace'].map((kind) => `v1 ${kind}`),
  ...['PersistentVolumeClaim', 'PersistentVolume'].map((kind) => `v1 ${kind}`),
  ...['Deployment', 'DaemonSet', 'StatefulSet', 'ReplicaSet'].map((kind) => `apps/v1 ${kind}`),
  ...['Job', 'CronJob'].map((kind) => `batch/v1 ${kind}`),
  ...['Ingress', 'IngressClass', 'NetworkPolicy'].map((kind) => `networking.k8s.io/v1 ${kind}`),
  ...['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'].map((kind) => `rbac.authorization.k8s.io/v1 ${kind}`),
  'discovery.k8s.io/v1 EndpointSlice',
  'autoscaling/v2 HorizontalPodAutoscaler',
  'policy/v1 PodDisruptionBudget',
  'coordination.k8s.io/v1 Lease',
];

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: npx tsx scripts/write-api-types.ts FOLDER    (FOLDER holds kubernetes-1.NN.json.gz)');
  process.exit(2);
}
writeFileSync(
  join(__dirname, '../lib/kubernetes/api.ts'),
  printTypes(kubernetesMinors.map((minor) => read(folder, minor))),
);

function read(from: string, minor: number): OpenApi {
  return JSON.parse(gunzipSync(readFileSync(join(from, `kubernetes-1.${minor}.json.gz`))).toString()) as OpenApi;
}

function printTypes(versions: readonly OpenApi[]): string {
  const fields = new Map<string, Map<string, string>>();
  for (const { kinds, schemas } of versions) {
    const waiting = validatedKinds.flatMap((kind) => kinds[kind]?.schema ?? []);
    const seen = new Set<string>();
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      const known = fields.get(shortName(name)) ?? new Map<string, string>();
      for (const [field, schema] of Object.entries(schemas[name]?.properties ?? {})) {
        known.set(field, typeOf(schema, schemas, waiting));
      }
      fields.set(shortName(name), known);
    }
  }
  const interfaces = [...fields].sort(([a], [b]) => (a < b ? -1 : 1)).map(printInterface);
  return [
    '// Written by scripts/write-api-types.ts from the OpenAPI documents of Kubernetes 1.27 to 1.37. Do not edit.',
    '/** A field of any object may be null, which the API server reads as absent. */',
    'type Maybe<T> = T | null | undefined;',
    ...interfaces,
    '',
  ].join('\n');
}

function printInterface([name, fields]: [string, ReadonlyMap<string, string>]): string {
  const lines = [...fields]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, type]) => `  readonly ${field}?: Maybe<${type}>;`);
  return `export interface ${name} {\n${lines.join('\n')}\n}`;
}

function typeOf(schema: Schema, schemas: OpenApi['schemas'], waiting: string[]): string {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (reference !== undefined) {
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    const target = schemas[name];
    if (target?.properties === undefined) return target === undefined ? 'unknown' : typeOf(target, schemas, waiting);
    waiting.push(name);
    return shortName(name);
  }
  if (schema.oneOf !== undefined) return 'string | number';
  if (schema.type === 'array') return `readonly Maybe<${typeOf(schema.items ?? {}, schemas, waiting)}>[]`;
  if (schema.additionalProperties !== undefined) {
    return `Readonly<Record<string, Maybe<${typeOf(schema.additionalProperties, schemas, waiting)}>>>`;
  }
  if (schema.type === 'integer') return 'number';
  if (schema.type === 'object' || schema.type === undefined) return 'Readonly<Record<string, unknown>>';
  return schema.type;
}

function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
