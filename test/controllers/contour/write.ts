import { controllers } from '../../../lib/controllers';
import type { Route, RouteObject, WrittenRoute } from '../../../lib/controllers/dialect';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';
import { validateManifest } from '../../../lib/validation/validate-manifest';
import type { Written } from '../traefik/write';
import { at } from '../traefik/write';

export { api, at, names, onApi, web } from '../traefik/write';
export const { contour } = controllers;

const base: Route = {
  name: 'web',
  namespace: undefined,
  className: 'contour',
  rules: [{ host: 'shop.example.com', paths: [at('/')] }],
  tls: [],
  defaultBackend: undefined,
  options: {},
};

export const withTls = { tls: [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }] };

/** What Contour's dialect makes of options, for a host with everything below it. */
export function write(
  options: IngressOptions,
  route: Partial<Route> = {},
): Omit<WrittenRoute, 'objects'> & { readonly objects: readonly Written[] } {
  const written = contour.write({ ...base, ...route, options });
  const objects = written.objects.map(bare);
  for (const object of objects) expect([object.kind, problemsOf(object)]).toEqual([object.kind, []]);
  return { ...written, objects };
}

/** The one object of a kind. */
export function only({ objects, problems }: ReturnType<typeof write>, kind: string): Written {
  expect(problems).toEqual([]);
  expect(objects.map((object) => object.kind)).toEqual([kind]);
  return objects[0]!;
}

/** Without members that are undefined, as it is printed. */
function bare(object: RouteObject): Written {
  return JSON.parse(JSON.stringify(object)) as Written;
}

/** What an API server would say of it, by the definition of HTTPProxy where it is one. */
function problemsOf({ name, annotations, ...object }: RouteObject): readonly string[] {
  const problems = validateManifest({ ...object, metadata: { name, namespace: 'shop', annotations } });
  return problems.map(({ field, message }) => `${field}: ${message}`);
}
