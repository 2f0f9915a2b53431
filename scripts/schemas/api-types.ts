/** Prints lib/kubernetes/api.ts: the shapes of the objects whose values we validate, over all known releases. */
import { parseVersionedTexts, type SchemaFile } from '../../lib/kubernetes/schema-text';

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

const scalarTypes: Readonly<Record<string, string>> = {
  string: 'string',
  boolean: 'boolean',
  int32: 'number',
  int64: 'number',
  number: 'number',
  quantity: 'string | number',
  intOrString: 'string | number',
  time: 'string',
  microTime: 'string',
  bytes: 'string | readonly Maybe<number>[]',
  any: 'Readonly<Record<string, unknown>>',
};

export function printApiTypes(file: SchemaFile): string {
  const interfaces = new Map<string, string>();
  const waiting = validatedKinds.flatMap((kind) => typesIn(file.kinds[kind] ?? ''));
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    const fields = file.types[type];
    if (fields === undefined || interfaces.has(bareName(type))) continue;
    interfaces.set(bareName(type), printInterface(bareName(type), fields));
    waiting.push(...Object.values(fields).flatMap(typesIn));
  }
  return [
    '// Written by scripts/update-schemas.ts from the OpenAPI documents of all known releases. Do not edit.',
    '/** A field of any object may be null, which the API server reads as absent. */',
    'type Maybe<T> = T | null | undefined;',
    ...[...interfaces].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text),
    '',
  ].join('\n');
}

function typesIn(line: string): string[] {
  return parseVersionedTexts(line).map(({ text }) => text.slice(text.lastIndexOf(' ') + 1));
}

function printInterface(name: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([field, line]) => {
    // where a field changed its type, the newest type has no field that the older lacks the meaning of
    const text = parseVersionedTexts(line).at(-1)?.text ?? '';
    return `  readonly ${field}?: Maybe<${printType(text)}>;`;
  });
  if (lines.length === 0) return `export type ${name} = Readonly<Record<string, never>>;`;
  return `export interface ${name} {\n${lines.join('\n')}\n}`;
}

function printType(text: string): string {
  if (text.startsWith('list ')) return `readonly Maybe<${printType(text.slice('list '.length))}>[]`;
  if (text.startsWith('map ')) return `Readonly<Record<string, Maybe<${printType(text.slice('map '.length))}>>>`;
  return scalarTypes[text] ?? bareName(text);
}

function bareName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}
