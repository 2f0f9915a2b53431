import { parseFieldPath } from '../../findings/parse-field-path';
import type { SetObject } from '../../graph/set-object';
import type { FieldEdit } from '../../manifests/edit-yaml';
import { valueAt } from '../../manifests/untyped';
import type { ValidateOptions } from '../../validation/validate-manifest';

/** What the API server refuses, with the manifest as it is written. */
export interface Refusal {
  readonly object: SetObject<object>;
  readonly manifest: unknown;
  /** Within the manifest, `spec.ports[0].nodePort`. */
  readonly field: string;
  readonly message: string;
  /** The server that refuses it. */
  readonly server: ValidateOptions;
}

/**
 * What could mend a refusal, the likeliest first; none where nothing is plain. Each is tried on the manifest before it is suggested: a mend may
 * offer what turns out wrong, and never has to check what the validation knows.
 */
export type Mend = (refusal: Refusal) => readonly (readonly FieldEdit[])[];

/** The value at a field of a manifest. */
export function valueOf(manifest: unknown, field: string): unknown {
  return valueAt(manifest, ...parseFieldPath(field));
}

/** The field that holds a field, and its name there: `spec.ports[0].port` is `port` of `spec.ports[0]`. */
export function splitField(field: string): { readonly holder: string; readonly name: string } {
  const name = parseFieldPath(field).at(-1) ?? '';
  const isKey = field.endsWith(']');
  const length = field.length - name.length - (isKey ? 2 : 1);
  return { holder: field.slice(0, Math.max(0, length)), name };
}

/** The field of that name in an object at a field; the empty field is the object itself. */
export function childOf(holder: string, name: string): string {
  return holder === '' ? name : `${holder}.${name}`;
}
