import type { FieldErrors } from '../field-errors';
import { Reader, type DecodedType, type Explainer } from './type';

export const decodeRules = {
  'decode/object': 'A manifest is an object with apiVersion and kind.',
  'decode/type': 'Every value has the type that the schema of its kind asks for.',
  'decode/unknown-field': 'Every field is known to the schema of its kind at the Kubernetes version aimed at.',
  'decode/size': 'A manifest is no larger, and no deeper nested, than the API server reads.',
} as const;

/** One for all documents: they are read one after the other. */
const reader = new Reader();

/** No more is said of a document than anyone would read. */
const mostExplained = 100;

/**
 * Strict decoding, as with `fieldValidation=Strict`: reports wrong types and unknown fields.
 *
 * @returns whether the manifest decodes; its values may be validated only then.
 */
export function decode(manifest: object, type: DecodedType, errors: FieldErrors): boolean {
  if (type.accepts(manifest, reader.rewind())) return true;
  const before = errors.found.length;
  type.explain(manifest, undefined, explainer(new Reader(), errors));
  if (errors.found.length === before) {
    errors.decode('decode/size', undefined, 'larger than the 3 MiB that the API server reads, or nested without end');
  }
  return false;
}

function explainer(own: Reader, errors: FieldErrors): Explainer {
  const first = errors.found.length;
  return {
    reader: own,
    say: (rule, path, message) => {
      errors.decode(rule, path, message);
      if (errors.found.length - first >= mostExplained) own.left = 0;
    },
  };
}
