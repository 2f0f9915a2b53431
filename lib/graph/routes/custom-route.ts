import { itemsOf, numberOf, textOf, valueAt } from '../../manifests/untyped';
import type { SetObject } from '../set-object';
import type { Route, RouteBackend } from './route';

/** An item of a list, and where it stands. */
export interface Item {
  readonly item: unknown;
  /** `spec.routes[0]`. */
  readonly field: string;
}

/** The items of the list at a field of a value, with their places. */
export function itemsAt(value: unknown, list: string, at: string): readonly Item[] {
  return itemsOf(valueAt(value, list)).map((item, index) => ({ item, field: `${at}.${list}[${index}]` }));
}

/** The fields that tell of a backend, where they are called otherwise than `name` and `port`. */
interface BackendFields {
  readonly name?: string;
  readonly port?: string;
  /** Where the Service is looked for. @default - the namespace of the object */
  readonly namespace?: string;
}

/** The backend that an item names, or none. */
export function backendAt(from: SetObject, { item, field }: Item, fields: BackendFields = {}): readonly RouteBackend[] {
  const { name = 'name', port = 'port', namespace = from.namespace } = fields;
  const service = textOf(valueAt(item, name));
  if (service === '') return [];
  const asked = valueAt(item, port);
  return [
    {
      ...{ from, field: `${field}.${name}`, namespace, service, portField: `${field}.${port}` },
      port: numberOf(asked) ?? (textOf(asked) || undefined),
    },
  ];
}

type RouteParts = Pick<Route, 'from' | 'hostField' | 'backends'> & Partial<Route>;

/** A route of every host, and of whatever is asked for, but for what is told. */
export function routeOf(parts: RouteParts): Route {
  const unless = { protocol: 'http', host: '', path: undefined, pathType: undefined, conditional: false } as const;
  return { ...unless, pathField: parts.hostField, ...parts };
}

/** A host as it is compared: in lower case, and empty where a star stands for all. */
export function hostOf(text: string): string {
  return text === '*' ? '' : text.toLowerCase();
}
