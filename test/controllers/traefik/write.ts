import { controllers } from '../../../lib/controllers';
import type { Route, RouteObject, WrittenRoute } from '../../../lib/controllers/dialect';
import { validateManifest } from '../../../lib/validation/validate-manifest';
import type { IngressOptions } from '../../../lib/controllers/ingress-options';

export const { traefik } = controllers;

/** An object with as much of its shape as tests look at. */
export interface Written extends Omit<RouteObject, 'spec'> {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read fields of every kind; a wrong one shows as undefined
  readonly spec: any;
}

export const web = { service: { name: 'web', port: { name: 'http', number: 80 } } };

export const at = (path: string, pathType: 'Exact' | 'Prefix' | 'ImplementationSpecific' = 'Prefix') => ({
  path,
  pathType,
  backend: web,
});

const base: Route = {
  name: 'web',
  namespace: 'shop',
  className: 'traefik',
  rules: [{ host: 'shop.example.com', paths: [at('/')] }],
  tls: [],
  defaultBackend: undefined,
  options: {},
};

export const api = { paths: [at('/api')] };
export const onApi = { rules: [{ host: 'shop.example.com', ...api }] };

/** What Traefik's dialect makes of options, for a host with everything below it. */
export function write(
  options: IngressOptions,
  route: Partial<Route> = {},
): Omit<WrittenRoute, 'objects'> & { readonly objects: readonly Written[] } {
  const written = traefik.write({ ...base, ...route, options });
  for (const object of written.objects) expect([object.kind, problemsOf(object)]).toEqual([object.kind, []]);
  return written;
}

export const names = ({ objects }: Pick<WrittenRoute, 'objects'>): string[] =>
  objects.map(({ kind, name }) => `${kind} ${name}`);

/** The object of a kind. */
export function only({ objects, problems }: ReturnType<typeof write>, kind: string): Written {
  expect(problems).toEqual([]);
  return objects.find((object) => object.kind === kind)!;
}

/** What an API server would say of it, by the definitions of Traefik's own kinds where it is one of them. */
function problemsOf({ name, annotations, ...object }: RouteObject): readonly string[] {
  const written: unknown = JSON.parse(
    JSON.stringify({ ...object, metadata: { name, namespace: 'shop', annotations } }),
  );
  return validateManifest(written).map(({ field, message }) => `${field}: ${message}`);
}
