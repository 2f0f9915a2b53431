import type { FieldPath } from '../../findings/field-path';
import type { Container, EnvFromSource, EnvVar } from '../../kubernetes/api';
import { dns1123SubdomainProblems, envVarNameProblems, relaxedEnvVarNameProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateEnvSource } from './env-source';

export const envRules = {
  'env/name': 'An environment variable has a name without `=`.',
  'env/from': 'Variables come from exactly one ConfigMap or Secret, named properly.',
} as const;

/** ValidateEnv */
export function validateEnv(
  variables: NonNullable<Container['env']>,
  context: ValidationContext,
  path: FieldPath,
  errors: FieldErrors,
): void {
  for (const [position, variable] of variables.entries()) {
    const at = path.index(position);
    validateEnvName(variable, context, at, errors);
    if (variable?.valueFrom) {
      validateEnvSource(variable.valueFrom, variable.value ?? '', context, at.child('valueFrom'), errors);
    }
  }
}

function validateEnvName(
  variable: EnvVar | null | undefined,
  context: ValidationContext,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!variable?.name) errors.required('env/name', path.child('name'), 'an environment variable needs a name');
  else validateEnvText(variable.name, context, path, 'name', errors);
}

/** ValidateEnvFrom */
export function validateEnvFrom(
  sources: NonNullable<Container['envFrom']>,
  context: ValidationContext,
  path: FieldPath,
  errors: FieldErrors,
): void {
  for (const [position, source] of sources.entries()) {
    const at = path.index(position);
    if (source?.prefix) validateEnvText(source.prefix, context, at, 'prefix', errors);
    if (source?.configMapRef) validateSourceName(source.configMapRef.name, at.child('configMapRef'), errors);
    if (source?.secretRef) validateSourceName(source.secretRef.name, at.child('secretRef'), errors);
    validateSourceCount(source, path, errors);
  }
}

function validateEnvText(
  text: string,
  context: ValidationContext,
  path: FieldPath,
  field: string,
  errors: FieldErrors,
): void {
  // RelaxedEnvironmentVariableValidation, on since 1.32
  const problems = context.minor >= 32 ? relaxedEnvVarNameProblems(text) : envVarNameProblems(text);
  errors.invalidForEach('env/name', path.child(field), text, problems);
}

function validateSourceName(name: string | null | undefined, path: FieldPath, errors: FieldErrors): void {
  if (!name) {
    errors.required('env/from', path.child('name'), 'must name the object that holds the variables');
    return;
  }
  // The server takes the name for the beginning of one, whose last character may be a dash (maskTrailingDash).
  const whole = name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name;
  errors.invalidForEach('env/from', path.child('name'), name, dns1123SubdomainProblems(whole));
}

/** The server reports the number of sources on the whole list. */
function validateSourceCount(source: EnvFromSource | null | undefined, path: FieldPath, errors: FieldErrors): void {
  const both = Boolean(source?.configMapRef) && Boolean(source?.secretRef);
  const none = !source?.configMapRef && !source?.secretRef;
  if (none) errors.invalid('env/from', path, source, "each entry must have one of 'configMapRef' and 'secretRef'");
  if (both) errors.invalid('env/from', path, source, "an entry may not have both 'configMapRef' and 'secretRef'");
}
