import { FieldPath } from '../findings/field-path';
import type { ConfigMap } from '../kubernetes/api';
import { configMapKeyProblems } from '../kubernetes/names';
import { decodedLength } from './byte-values';
import type { ValidationContext } from './context';
import type { FieldErrors } from './field-errors';

export const configMapRules = {
  'config-map/key':
    'A key of a ConfigMap has letters, digits, dashes, dots and underscores, and is in one of data and binaryData.',
  'config-map/size': 'The values of a ConfigMap take at most 1 MiB.',
} as const;

const mostBytes = 1024 * 1024;
const dataPath = FieldPath.of('data');
const binaryDataPath = FieldPath.of('binaryData');
/** How the server prints the path of the whole object. */
const wholePath = FieldPath.of('[]');

/** ValidateConfigMap */
export function validateConfigMap(object: ConfigMap, _context: ValidationContext, errors: FieldErrors): void {
  const data = object.data ?? {};
  const binaryData = object.binaryData ?? {};
  let bytes = 0;
  for (const key of Object.keys(data)) {
    errors.invalidForEach('config-map/key', dataPath.key(key), key, configMapKeyProblems(key));
    if (Object.hasOwn(binaryData, key)) {
      errors.invalid('config-map/key', dataPath.key(key), key, 'must not be a key of binaryData too');
    }
    bytes += Buffer.byteLength(data[key] ?? '');
  }
  for (const key of Object.keys(binaryData)) {
    errors.invalidForEach('config-map/key', binaryDataPath.key(key), key, configMapKeyProblems(key));
    bytes += decodedLength(binaryData[key] ?? '');
  }
  if (bytes > mostBytes) errors.tooLong('config-map/size', wholePath, mostBytes);
}
