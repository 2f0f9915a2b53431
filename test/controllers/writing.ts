import type { Controller } from '../../lib/controllers/controller';
import type { Route, RouteObject, RoutePath, ServiceType } from '../../lib/controllers/dialect';
import type { IngressOptions } from '../../lib/controllers/ingress-options';
import { validateManifest } from '../../lib/validation/validate-manifest';

/** What a dialect makes of a route, as it is printed. */
export interface Read {
  /** The annotations of the Ingress, without their prefix; undefined where there is no Ingress. */
  readonly annotations: Readonly<Record<string, string>> | undefined;
  /** The backends, host, path and path type of the Ingress. */
  readonly paths: readonly string[];
  /** Annotations of the Service. */
  readonly service: Readonly<Record<string, string>>;
  /** The specs of what is no Ingress, by kind and name. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read fields of every kind; a wrong one shows as undefined
  readonly others: Readonly<Record<string, any>>;
  readonly needs: readonly string[];
  readonly problems: string;
  readonly objects: readonly RouteObject[];
}

export const at = (
  path: string,
  pathType: RoutePath['pathType'] = 'Prefix',
  { port = 'http', type = 'ClusterIP' }: { readonly port?: string; readonly type?: ServiceType } = {},
): RoutePath => ({
  path,
  pathType,
  backend: { service: { name: 'web', type, port: { name: port, number: port === 'http' ? 80 : 8080 } } },
});

export const host = 'shop.example.com';
export const onApi = { rules: [{ host, paths: [at('/api')] }] };
export const withTls = { tls: [{ hosts: [host], secretName: 'shop-tls' }] };
export const resource = { resource: { kind: 'Bucket', name: 'static' } };

/** Writes routes for a controller: a host with everything below it, unless told otherwise. */
export function writing(
  controller: Controller,
  prefix = '',
): (options: IngressOptions, route?: Partial<Route>) => Read {
  const base: Route = {
    name: 'web',
    namespace: 'shop',
    className: controller.defaultClassName,
    rules: [{ host, paths: [at('/')] }],
    tls: [],
    defaultBackend: undefined,
    options: {},
  };
  return (options, route = {}) => {
    const written = controller.write({ ...base, ...route, options });
    const objects = written.objects.map((object) => JSON.parse(JSON.stringify(object)) as RouteObject);
    for (const object of objects) expect([object.kind, problemsOf(object)]).toEqual([object.kind, []]);
    const ingress = objects.find(({ kind }) => kind === 'Ingress');
    const others = objects
      .filter(({ kind }) => kind !== 'Ingress')
      .map(({ kind, name, spec }) => [`${kind} ${name}`, spec]);
    return {
      annotations: ingress && withoutPrefix(ingress.annotations ?? {}, prefix),
      paths: ingress === undefined ? [] : pathsOf(ingress),
      service: written.serviceAnnotations,
      others: Object.fromEntries(others) as Read['others'],
      needs: written.needs.map(({ id }) => id),
      problems: written.problems.join('; '),
      objects,
    };
  };
}

function withoutPrefix(annotations: Readonly<Record<string, string>>, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(annotations).map(([key, value]) => [key.startsWith(prefix) ? key.slice(prefix.length) : key, value]),
  );
}

function pathsOf({ spec }: RouteObject): readonly string[] {
  const { rules = [] } = spec as {
    rules?: {
      host?: string;
      http: {
        paths: { path: string; pathType: string; backend: { service: { name: string; port: { name: string } } } }[];
      };
    }[];
  };
  return rules.flatMap((rule) =>
    rule.http.paths.map(
      ({ path, pathType, backend: { service } }) =>
        `${rule.host ?? '*'}${path} ${pathType} ${service.name}:${service.port.name}`,
    ),
  );
}

/** What an API server would say of it; kinds that only a cloud knows are not checked. */
function problemsOf({ name, namespace = 'shop', annotations, ...object }: RouteObject): readonly string[] {
  return validateManifest({ ...object, metadata: { name, namespace, annotations } })
    .filter(({ type }) => type !== 'Unchecked')
    .map(({ field, message }) => `${field}: ${message}`);
}
