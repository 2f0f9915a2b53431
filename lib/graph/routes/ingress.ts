import type { Ingress, IngressBackend } from '../../kubernetes/api';
import type { SetObject } from '../set-object';
import { routeOf } from './custom-route';
import type { Route, RouteBackend } from './route';

/** The routes of an Ingress: its default backend first, since it takes what no path takes. */
export function ingressRoutes(ingress: SetObject<Ingress>): readonly Route[] {
  const spec = ingress.body.spec ?? {};
  // What an Ingress is written from is of no matter to whoever reads its routes.
  const from = ingress as SetObject<object> as SetObject;
  const routes: Route[] = [];
  if (spec.defaultBackend != null) {
    const field = 'spec.defaultBackend';
    const backends = backendsOf(from, spec.defaultBackend, field);
    routes.push(routeOf({ from, hostField: field, backends }));
  }
  (spec.rules ?? []).forEach((rule, position) => {
    const host = rule?.host ?? '';
    const hostField = `spec.rules[${position}]${host === '' ? '' : '.host'}`;
    (rule?.http?.paths ?? []).forEach((path, index) => {
      const field = `spec.rules[${position}].http.paths[${index}]`;
      const text = path?.path ?? '';
      routes.push({
        from,
        protocol: 'http',
        host,
        hostField,
        path: text === '' ? '/' : text,
        pathType: pathTypeOf(path?.pathType),
        pathField: text === '' ? field : `${field}.path`,
        conditional: false,
        backends: backendsOf(from, path?.backend, `${field}.backend`),
      });
    });
  });
  return routes;
}

function pathTypeOf(pathType: string | null | undefined): Route['pathType'] {
  return pathType === 'Exact' || pathType === 'Prefix' ? pathType : 'ImplementationSpecific';
}

function backendsOf(
  from: SetObject,
  backend: IngressBackend | null | undefined,
  field: string,
): readonly RouteBackend[] {
  const service = backend?.service;
  if (service?.name == null || service.name === '') return [];
  const { name, number } = service.port ?? {};
  const named = name != null && name !== '';
  return [
    {
      from,
      field: `${field}.service.name`,
      namespace: from.namespace,
      service: service.name,
      port: named ? name : (number ?? undefined),
      portField: `${field}.service.port${named ? '.name' : number == null ? '' : '.number'}`,
    },
  ];
}
