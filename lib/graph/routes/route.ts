import type { SetObject } from '../set-object';

/** A Service that a route leads to. Written by its name, so that it may be missing. */
export interface RouteBackend {
  /** The object that names it. */
  readonly from: SetObject;
  /** The field of `from` that names the Service: `spec.rules[0].http.paths[0].backend.service.name`. */
  readonly field: string;
  /** Where the Service is looked for. */
  readonly namespace: string;
  /** Its name. */
  readonly service: string;
  /** The port that is asked for, by name or by number; undefined where the kind lets it out. */
  readonly port: string | number | undefined;
  /** The field of `from` that names the port. */
  readonly portField: string;
}

/** Requests that are led somewhere by what they ask for. */
export interface Route {
  readonly from: SetObject;
  /** `http` after TLS is ended or without it, `tls` where TLS passes through undecrypted, else the protocol itself. */
  readonly protocol: 'http' | 'tls' | 'tcp' | 'udp';
  /** The hosts, `*.example.com` for a wildcard; empty for every host. */
  readonly host: string;
  /** The field of `from` that names the host; that of the rule where none is named. */
  readonly hostField: string;
  /** The path as it is written; undefined where the kind matches by something else. */
  readonly path: string | undefined;
  readonly pathType: 'Exact' | 'Prefix' | 'ImplementationSpecific' | 'RegularExpression' | undefined;
  /** The field of `from` that names the path, or the rule. */
  readonly pathField: string;
  /** Whether the route asks for more than host and path: a header, a method, a query. Then two of one path do not collide. */
  readonly conditional: boolean;
  readonly backends: readonly RouteBackend[];
}
