import type { FieldPath } from '../../findings/field-path';
import type { ObjectFieldSelector, ResourceFieldSelector } from '../../kubernetes/api';
import { qualifiedNameProblems } from '../../kubernetes/names';
import { parseQuantity, quantitySign } from '../../kubernetes/quantities';
import { printQuantity } from '../../kubernetes/quantity-text';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';

export const downwardApiRules = {
  'downward-api/field': 'A pod can be shown certain fields of its own, and single labels and annotations.',
  'downward-api/resource':
    'A pod can be shown cpu, memory, ephemeral-storage and huge pages of a container, each in a unit of its kind.',
} as const;

/** Labels of fields that the server knows; each place of use supports some of them (ConvertDownwardAPIFieldLabel). */
const knownFields: ReadonlySet<string> = new Set([
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.restartPolicy',
  'spec.serviceAccountName',
  'spec.schedulerName',
  'status.phase',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
]);

const envFields = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
const envFieldsWithoutHostIps = envFields.filter((field) => field !== 'status.hostIPs');

/** The fields that an environment variable may show (validEnvDownwardAPIFieldPathExpressions). */
export function envFieldPaths(context: ValidationContext): readonly string[] {
  return context.minor >= 28 ? envFields : envFieldsWithoutHostIps;
}

/**
 * validateObjectFieldSelector
 *
 * @param supported the fields that may be shown here.
 */
export function validateFieldSelector(
  selector: ObjectFieldSelector,
  supported: readonly string[],
  context: ValidationContext,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const field = selector.fieldPath;
  const at = path.child('fieldPath');
  if (!field) {
    errors.required('downward-api/field', at, 'must name a field of the pod');
  } else if (selector.apiVersion && selector.apiVersion !== 'v1') {
    errors.invalid('downward-api/field', at, field, "only fields of 'v1' are known: check 'apiVersion'");
  } else if (subscriptStart(field) > 0) {
    validateSubscript(field, path, errors);
  } else {
    validateWholeField(field, supported, context, at, errors);
  }
}

function validateWholeField(
  field: string,
  supported: readonly string[],
  context: ValidationContext,
  path: FieldPath,
  errors: FieldErrors,
): void {
  // `spec.host` is the name that `spec.nodeName` once had.
  const current = field === 'spec.host' ? 'spec.nodeName' : field;
  if (supported.includes(current)) return;
  if (knownFields.has(current) && (current !== 'status.hostIPs' || context.minor >= 28)) {
    errors.notSupported('downward-api/field', path, current, supported);
  } else {
    errors.invalid(
      'downward-api/field',
      path,
      field,
      `a pod cannot be shown this; it can be shown ${supported.join(', ')}`,
    );
  }
}

/** One label or annotation, `metadata.labels['app']` (SplitMaybeSubscriptedPath). */
function subscriptStart(field: string): number {
  return field.endsWith("']") ? field.slice(0, -2).indexOf("['") : -1;
}

function validateSubscript(field: string, path: FieldPath, errors: FieldErrors): void {
  const start = subscriptStart(field);
  const name = field.slice(0, start);
  const key = field.slice(start + 2, -2);
  if (name !== 'metadata.labels' && name !== 'metadata.annotations') {
    const detail = "only 'metadata.labels' and 'metadata.annotations' can be asked for one key";
    errors.invalid('downward-api/field', path.child('fieldPath'), field, detail);
    return;
  }
  const problems = qualifiedNameProblems(name === 'metadata.annotations' ? key.toLowerCase() : key);
  errors.invalidForEach('downward-api/field', path, key, problems);
}

const containerResources = [
  'limits.cpu',
  'limits.ephemeral-storage',
  'limits.memory',
  'requests.cpu',
  'requests.ephemeral-storage',
  'requests.memory',
];
const hugePages = /^(?:limits|requests)\.hugepages-/;

/**
 * validateContainerResourceFieldSelector
 *
 * @param container whether the container must be named: an environment variable means its own.
 */
export function validateResourceFieldSelector(
  selector: ResourceFieldSelector,
  container: 'named' | 'own',
  path: FieldPath,
  errors: FieldErrors,
): void {
  const { containerName, resource } = selector;
  if (container === 'named' && !containerName) {
    errors.required('downward-api/resource', path.child('containerName'), 'must name the container to count');
  } else if (!resource) {
    errors.required('downward-api/resource', path.child('resource'), 'must name a resource of the container');
  } else if (!containerResources.includes(resource) && !hugePages.test(resource)) {
    errors.notSupported('downward-api/resource', path.child('resource'), resource, containerResources);
  }
  validateDivisor(resource ?? '', selector.divisor, path, errors);
}

const cpuUnits = ['1', '1m'];
const byteUnits = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];

/** validateContainerResourceDivisor: the unit is compared as the server prints it, so `1024Ki` is `1Mi` and `01` is none. */
function validateDivisor(
  resource: string,
  divisor: string | number | null | undefined,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (divisor === null || divisor === undefined) return;
  const quantity = parseQuantity(divisor);
  if (quantity === undefined || quantitySign(quantity) === 0) return;
  const units = unitsOf(resource);
  if (units === undefined || units.includes(printQuantity(divisor, quantity))) return;
  errors.invalid('downward-api/resource', path.child('divisor'), divisor, `must be one of ${units.join(', ')}`);
}

function unitsOf(resource: string): readonly string[] | undefined {
  if (resource === 'limits.cpu' || resource === 'requests.cpu') return cpuUnits;
  return containerResources.includes(resource) || hugePages.test(resource) ? byteUnits : undefined;
}
