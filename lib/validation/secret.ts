import { FieldPath } from '../findings/field-path';
import type { Secret } from '../kubernetes/api';
import { configMapKeyProblems } from '../kubernetes/names';
import { decodedLength, decodedText } from './byte-values';
import type { ValidationContext } from './context';
import type { FieldErrors } from './field-errors';
import { goObjectProblem } from './go-json';

export const secretRules = {
  'secret/key': 'A key of a Secret consists of letters, digits, dashes, dots and underscores.',
  'secret/size': 'The values of a Secret take at most 1 MiB.',
  'secret/type-keys': 'A Secret holds what its type asks for.',
  'secret/registry-config': 'The registry settings of a Secret are a JSON object.',
} as const;

const mostBytes = 1024 * 1024;
const dataPath = FieldPath.of('data');
const serviceAccountName = 'kubernetes.io/service-account.name';

/** A Secret whose values are read one by one: `stringData` covers `data`. */
class SecretValues {
  private readonly data: NonNullable<Secret['data']>;
  private readonly stringData: NonNullable<Secret['stringData']>;

  constructor({ data, stringData }: Secret) {
    this.data = data ?? {};
    this.stringData = stringData ?? {};
  }

  keys(): ReadonlySet<string> {
    return new Set([...Object.keys(this.data), ...Object.keys(this.stringData)]);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.data, key) || Object.hasOwn(this.stringData, key);
  }

  byteLength(key: string): number {
    return Object.hasOwn(this.stringData, key)
      ? Buffer.byteLength(this.stringData[key] ?? '')
      : decodedLength(this.data[key] ?? '');
  }

  text(key: string): string {
    return Object.hasOwn(this.stringData, key) ? (this.stringData[key] ?? '') : decodedText(this.data[key] ?? '');
  }
}

/** ValidateSecret */
export function validateSecret(object: Secret, _context: ValidationContext, errors: FieldErrors): void {
  const values = new SecretValues(object);
  let bytes = 0;
  for (const key of values.keys()) {
    errors.invalidForEach('secret/key', dataPath.key(key), key, configMapKeyProblems(key));
    bytes += values.byteLength(key);
  }
  if (bytes > mostBytes) errors.tooLong('secret/size', dataPath, mostBytes);
  validateType(object, values, errors);
}

function validateType(object: Secret, values: SecretValues, errors: FieldErrors): void {
  switch (object.type) {
    case 'kubernetes.io/service-account-token':
      if (!object.metadata?.annotations?.[serviceAccountName]) {
        const path = FieldPath.of('metadata').child('annotations').key(serviceAccountName);
        errors.required('secret/type-keys', path, 'the ServiceAccount that the token is for');
      }
      return;
    case 'kubernetes.io/dockercfg': {
      validateRegistryConfig('.dockercfg', values, errors);
      return;
    }
    case 'kubernetes.io/dockerconfigjson': {
      validateRegistryConfig('.dockerconfigjson', values, errors);
      return;
    }
    case 'kubernetes.io/basic-auth':
      if (!values.has('username') && !values.has('password')) requireKeys(['username', 'password'], values, errors);
      return;
    case 'kubernetes.io/ssh-auth':
      if (values.byteLength('ssh-privatekey') === 0) requireKey('ssh-privatekey', errors);
      return;
    case 'kubernetes.io/tls': {
      requireKeys(['tls.crt', 'tls.key'], values, errors);
      return;
    }
  }
}

function validateRegistryConfig(key: string, values: SecretValues, errors: FieldErrors): void {
  if (!values.has(key)) {
    requireKey(key, errors);
    return;
  }
  const problem = goObjectProblem(values.text(key));
  // A Secret stays out of messages.
  if (problem !== undefined) {
    errors.invalid('secret/registry-config', dataPath.key(key), '<contents of the Secret left out>', problem);
  }
}

function requireKeys(keys: readonly string[], values: SecretValues, errors: FieldErrors): void {
  for (const key of keys) if (!values.has(key)) requireKey(key, errors);
}

function requireKey(key: string, errors: FieldErrors): void {
  errors.required('secret/type-keys', dataPath.key(key), 'the type of the Secret asks for it');
}
