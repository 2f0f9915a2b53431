import { parseFieldPath } from '../findings/parse-field-path';

/**
 * The manifest without these fields. Nothing of the manifest itself is changed.
 *
 * @param fields as the API server prints them
 */
export function withoutFields(manifest: object, fields: readonly string[]): object {
  return fields.reduce<object>((rest, field) => without(rest, parseFieldPath(field)) as object, manifest);
}

function without(value: unknown, [step, ...below]: readonly string[]): unknown {
  if (step === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return value;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  const fields = copy as Record<string, unknown>;
  // An item of a list keeps its place, or others would be reported in places that are not theirs.
  if (below.length === 0) fields[step] = Array.isArray(value) ? null : undefined;
  else fields[step] = without(fields[step], below);
  return copy;
}
