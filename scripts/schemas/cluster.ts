/** Asks a running cluster for the OpenAPI documents of its own kinds. */
import { execFileSync } from 'node:child_process';
import type { OpenApiDocument, OpenApiSchema } from './openapi';

interface Operation {
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: OpenApiSchema }>> };
  readonly 'x-kubernetes-group-version-kind'?: {
    readonly group: string;
    readonly version: string;
    readonly kind: string;
  };
}

interface GroupDocument {
  readonly paths?: Readonly<Record<string, { readonly post?: Operation }>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, OpenApiSchema>> };
}

/** The Go packages that hold built-in kinds; a custom resource is named after its group alone. */
const builtIn = /^io\.k8s\.(?:api|apimachinery|apiextensions-apiserver|kube-aggregator)\./;

export function readCluster(kubeconfig: string): { readonly minor: number; readonly document: OpenApiDocument } {
  const get = (path: string): unknown =>
    JSON.parse(
      execFileSync('kubectl', ['--kubeconfig', kubeconfig, 'get', '--raw', path], { maxBuffer: 2 ** 28 }).toString(),
    );
  const { minor } = get('/version') as { minor: string };
  const { paths } = get('/openapi/v3') as { paths: Record<string, { serverRelativeURL: string }> };
  const kinds: Record<string, { schema: string; namespaced: boolean }> = {};
  const schemas: Record<string, OpenApiSchema> = {};
  for (const { serverRelativeURL } of Object.values(paths)) {
    const group = get(serverRelativeURL) as GroupDocument;
    Object.assign(schemas, group.components?.schemas);
    for (const [path, { post }] of Object.entries(group.paths ?? {})) addKind(kinds, path, post);
  }
  return { minor: Number.parseInt(minor, 10), document: { kinds, schemas } };
}

function addKind(kinds: Record<string, { schema: string; namespaced: boolean }>, path: string, post?: Operation): void {
  const named = post?.['x-kubernetes-group-version-kind'];
  const reference = Object.values(post?.requestBody?.content ?? {})[0]?.schema?.$ref;
  if (named === undefined || reference === undefined || path.includes('{name}')) return;
  const schema = reference.slice(reference.lastIndexOf('/') + 1);
  if (!builtIn.test(schema)) return;
  const { group, version, kind } = named;
  const key = `${group === '' ? version : `${group}/${version}`} ${kind}`;
  kinds[key] = { schema, namespaced: path.includes('{namespace}') };
}
