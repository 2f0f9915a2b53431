import type { Route, RouteBackend, RouteObject } from './dialect';
import { RouteDraft } from './dialect';

/** A route that is written as an Ingress with annotations, and other objects beside it. */
export class IngressDraft extends RouteDraft {
  /** Annotations of the Ingress. */
  readonly annotations: Record<string, string> = {};
  /** What stands beside the Ingress, before it. */
  readonly beside: RouteObject[] = [];

  /** Sets an annotation of the Ingress. */
  annotate(key: string, value: string | number | boolean): void {
    this.annotations[key] = String(value);
  }

  /** Sets an annotation of the Service behind the Ingress. */
  annotateService(key: string, value: string | number | boolean): void {
    this.serviceAnnotations[key] = String(value);
  }
}

/** The Ingress of a route, in the shape of the API. */
export function ingressOf(route: Route, annotations: Readonly<Record<string, string>>): RouteObject {
  const { name, className, rules, tls, defaultBackend } = route;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    name,
    annotations,
    spec: {
      ingressClassName: className,
      defaultBackend: defaultBackend === undefined ? undefined : backendOf(defaultBackend),
      tls:
        tls.length > 0
          ? tls.map(({ hosts, secretName }) => ({ hosts: hosts.length > 0 ? hosts : undefined, secretName }))
          : undefined,
      rules:
        rules.length > 0
          ? rules.map(({ host, paths }) => ({
              host,
              http: {
                paths: paths.map(({ path, pathType, backend }) => ({ path, pathType, backend: backendOf(backend) })),
              },
            }))
          : undefined,
    },
  };
}

function backendOf(backend: RouteBackend): object {
  if ('resource' in backend) return backend;
  const { name, port } = backend.service;
  return { service: { name, port: port.name === '' ? { number: port.number } : { name: port.name } } };
}
