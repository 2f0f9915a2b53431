import { controllers } from '../../../lib/controllers';
import type { Route, RouteObject, WrittenRoute } from '../../../lib/controllers/dialect';
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
  return traefik.write({ ...base, ...route, options });
}

export const names = ({ objects }: Pick<WrittenRoute, 'objects'>): string[] =>
  objects.map(({ kind, name }) => `${kind} ${name}`);

/** The object of a kind. */
export function only({ objects, problems }: ReturnType<typeof write>, kind: string): Written {
  expect(problems).toEqual([]);
  return objects.find((object) => object.kind === kind)!;
}
