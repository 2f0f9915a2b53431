import type { FieldPath } from '../../findings/field-path';
import type { ConfigMapKeySelector, EnvVarSource, FileKeySelector } from '../../kubernetes/api';
import {
  configMapKeyProblems,
  dns1123LabelProblems,
  dns1123SubdomainProblems,
  relaxedEnvVarNameProblems,
} from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { envFieldPaths, validateFieldSelector, validateResourceFieldSelector } from './downward-api';
import { backstepProblems } from './local-path';

export const envSourceRules = {
  'env/value-from': 'A variable has a value or exactly one source of its value.',
  'env/key': 'A variable is taken from a key of a ConfigMap or Secret, both named properly.',
  'env/file-key': 'A variable is taken from a key of a file in an emptyDir volume.',
} as const;

const sources = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef'] as const;

/** validateEnvVarValueFrom */
export function validateEnvSource(
  source: EnvVarSource,
  value: string,
  context: ValidationContext,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef } = source;
  if (fieldRef) {
    validateFieldSelector(fieldRef, envFieldPaths(context), context, path.child('fieldRef'), errors);
    forbidHostIps(fieldRef.fieldPath, context, path, errors);
  }
  if (resourceFieldRef) validateResourceFieldSelector(resourceFieldRef, 'own', path.child('resourceFieldRef'), errors);
  if (configMapKeyRef) validateKeySelector(configMapKeyRef, path.child('configMapKeyRef'), errors);
  if (secretKeyRef) validateKeySelector(secretKeyRef, path.child('secretKeyRef'), errors);
  // EnvFiles, on since 1.35: before that the server drops the source.
  const hasFileKey = Boolean(fileKeyRef) && context.minor >= 35;
  if (fileKeyRef && hasFileKey) validateFileKeySelector(fileKeyRef, path.child('fileKeyRef'), errors);
  const count = sources.filter((name) => source[name]).length + (hasFileKey ? 1 : 0);
  if (count === 0) {
    const allowed = context.minor >= 35 ? [...sources, 'fileKeyRef'] : sources;
    errors.invalid('env/value-from', path, source, `must have one of ${allowed.join(', ')}`);
  } else if (value !== '') {
    errors.invalid('env/value-from', path, value, "may not be given together with 'value'");
  } else if (count > 1) {
    errors.invalid('env/value-from', path, source, 'may not have more than one source');
  }
}

/** validateDownwardAPIHostIPs: PodHostIPs is off in 1.28; 1.27 does not know the field. */
function forbidHostIps(
  fieldPath: string | null | undefined,
  context: ValidationContext,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (fieldPath !== 'status.hostIPs' || context.minor !== 28) return;
  errors.forbidden('downward-api/field', path.child('fieldRef'), "'status.hostIPs' is available since Kubernetes 1.29");
}

/** validateConfigMapKeySelector and validateSecretKeySelector, which ask the same. */
function validateKeySelector(selector: ConfigMapKeySelector, path: FieldPath, errors: FieldErrors): void {
  const name = selector.name ?? '';
  errors.invalidForEach('env/key', path.child('name'), name, dns1123SubdomainProblems(name));
  if (!selector.key) {
    errors.required('env/key', path.child('key'), 'must name the key that holds the value');
    return;
  }
  errors.invalidForEach('env/key', path.child('key'), selector.key, configMapKeyProblems(selector.key));
}

/** validateFileKeySelector */
function validateFileKeySelector(selector: FileKeySelector, path: FieldPath, errors: FieldErrors): void {
  validateFileKeyField(selector.key, relaxedEnvVarNameProblems, path.child('key'), errors);
  validateFileKeyField(selector.volumeName, dns1123LabelProblems, path.child('volumeName'), errors);
  validateFileKeyField(selector.path, backstepProblems, path.child('path'), errors);
}

function validateFileKeyField(
  value: string | null | undefined,
  problemsOf: (value: string) => readonly string[],
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!value) {
    errors.required('env/file-key', path, 'a key in a file has a key, a volume and a path in it');
    return;
  }
  errors.invalidForEach('env/file-key', path, value, problemsOf(value));
}
