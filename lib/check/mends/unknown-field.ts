import { fieldsOf, valueAt } from '../../manifests/untyped';
import type { Edit } from '../../rules/rule';
import { childOf, splitField, valueOf, type Mend } from './mend';

/** A misspelt field gets the nearest name, one in the wrong place moves. */
export const unknownField: Mend = (refusal) => {
  const { field, message, manifest } = refusal;
  const { holder } = splitField(field);
  const meant = /: was '(.+)' meant\?$/.exec(message)?.[1];
  const respelt: Edit[][] = meant === undefined ? [] : [[{ rename: field, to: meant }]];
  const free = valueOf(manifest, childOf(holder, meant ?? '')) === undefined;
  return [...oldIngressField(refusal), ...(free ? respelt : []), ...moved(refusal)];
};

/** Beside the object that it belongs into, or in it instead of beside it: `selector` beside `spec`. */
const moved: Mend = ({ field, manifest }) => {
  const { holder, name } = splitField(field);
  const value = valueOf(manifest, field);
  const below = fieldsOf(valueOf(manifest, holder)).map((child) => childOf(holder, child));
  const deeper = below.flatMap((child) => fieldsOf(valueOf(manifest, child)).map((one) => childOf(child, one)));
  const above = holder === '' ? [] : [splitField(holder).holder];
  const beside = above.flatMap((place) => fieldsOf(valueOf(manifest, place)).map((one) => childOf(place, one)));
  const holders = [...below, ...above, ...beside, ...deeper].filter(
    (place) => isMap(valueOf(manifest, place)) && ![field, holder].includes(place),
  );
  const places = holders.map((place) => childOf(place, name)).filter((place) => valueOf(manifest, place) === undefined);
  return places.map((place) => [{ remove: field }, { set: place, value }]);
};

/** The backends of an Ingress before networking.k8s.io/v1: `serviceName` and `servicePort`, `spec.backend`. */
const oldIngressField: Mend = ({ object, field, manifest }) => {
  if (object.kind !== 'Ingress') return [];
  if (field === 'spec.backend') {
    const backend = backendOf(valueOf(manifest, field));
    return backend === undefined
      ? []
      : [
          [
            { set: field, value: backend },
            { rename: field, to: 'defaultBackend' },
          ],
        ];
  }
  const { holder, name } = splitField(field);
  const backend = name === 'serviceName' || name === 'servicePort' ? backendOf(valueOf(manifest, holder)) : undefined;
  return backend === undefined ? [] : [[{ set: holder, value: backend }]];
};

/** The backend as networking.k8s.io/v1 has it, where it is one of old. */
function backendOf(old: unknown): object | undefined {
  const name = valueAt(old, 'serviceName');
  const port = valueAt(old, 'servicePort');
  if (typeof name !== 'string' || (typeof port !== 'string' && typeof port !== 'number')) return undefined;
  const isNumber = /^\d+$/.test(String(port));
  return { service: { name, port: isNumber ? { number: Number(port) } : { name: port } } };
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
