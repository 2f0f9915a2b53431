/** Reads one release's OpenAPI document: which kinds it creates, and the fields of each type. */

/** What one release serves, in the texts of lib/kubernetes/schema-text.ts without releases. */
export interface ServedApi {
  readonly kinds: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export interface OpenApiSchema {
  readonly type?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly allOf?: readonly OpenApiSchema[];
  readonly oneOf?: readonly OpenApiSchema[];
  readonly items?: OpenApiSchema;
  readonly additionalProperties?: OpenApiSchema;
  readonly properties?: Readonly<Record<string, OpenApiSchema>>;
}

export interface OpenApiDocument {
  readonly kinds: Readonly<Record<string, { readonly schema: string; readonly namespaced: boolean }>>;
  readonly schemas: Readonly<Record<string, OpenApiSchema>>;
}

/** Types whose Go code reads their JSON itself; the OpenAPI document does not say how. */
const ownReading: Readonly<Record<string, string>> = {
  'resource.Quantity': 'quantity',
  'intstr.IntOrString': 'intOrString',
  'v1.Time': 'time',
  'v1.MicroTime': 'microTime',
  'v1.FieldsV1': 'any',
  'runtime.RawExtension': 'any',
  'v1.JSON': 'any',
  'v1.JSONSchemaPropsOrArray': 'schemaOrList',
  'v1.JSONSchemaPropsOrBool': 'schemaOrBoolean',
  'v1.JSONSchemaPropsOrStringArray': 'schemaOrStrings',
};

const scalars: Readonly<Record<string, string>> = {
  string: 'string',
  boolean: 'boolean',
  'integer int32': 'int32',
  'integer int64': 'int64',
  'number double': 'number',
  'string byte': 'bytes',
};

export function servedApi({ kinds, schemas }: OpenApiDocument): ServedApi {
  const served = new Map<string, string>();
  const types = new Map<string, Map<string, string>>();
  const waiting: string[] = [];
  for (const [kind, { schema, namespaced }] of Object.entries(kinds)) {
    served.set(kind, `${namespaced ? 'namespaced' : 'cluster'} ${shortName(schema)}`);
    waiting.push(schema);
  }
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (types.has(shortName(name))) continue;
    const fields = new Map<string, string>();
    types.set(shortName(name), fields);
    for (const [field, schema] of Object.entries(schemas[name]?.properties ?? {})) {
      fields.set(field, typeText(schema, waiting));
    }
  }
  return { kinds: served, types };
}

function typeText(schema: OpenApiSchema, waiting: string[]): string {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (reference !== undefined) {
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    const own = ownReading[name.split('.').slice(-2).join('.')];
    if (own === undefined || own.startsWith('schemaOr')) waiting.push(schemaBehind(name));
    return own ?? shortName(name);
  }
  if (schema.items !== undefined) return `list ${typeText(schema.items, waiting)}`;
  if (schema.additionalProperties !== undefined) return `map ${typeText(schema.additionalProperties, waiting)}`;
  const scalar = scalars[[schema.type, schema.format].filter((part) => part !== undefined).join(' ')];
  if (scalar === undefined) throw new Error(`a schema of a new form: ${JSON.stringify(schema)}`);
  return scalar;
}

/** JSONSchemaPropsOrBool and its like hold a JSONSchemaProps. */
function schemaBehind(name: string): string {
  return name.replace(/^(.*\.JSONSchemaProps)Or\w+$/, '$1');
}

/** `apps.v1.Deployment` of `io.k8s.api.apps.v1.Deployment`: group, version and name tell all types apart. */
function shortName(name: string): string {
  return name.split('.').slice(-3).join('.');
}
