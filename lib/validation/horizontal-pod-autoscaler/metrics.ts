import type { FieldPath } from '../../findings/field-path';
import type { MetricSpec } from '../../kubernetes/api';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import {
  validateContainerResourceSource,
  validateExternalSource,
  validateObjectSource,
  validatePodsSource,
  validateResourceSource,
} from './metric-sources';

/** The types of a metric, and the field that each one sets. */
const fields = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
} as const;

type SourceField = (typeof fields)[keyof typeof fields];

const types = Object.keys(fields);
/** In the order in which the server looks: of several sources it validates the first alone. */
const sourceOrder: readonly SourceField[] = ['object', 'external', 'pods', 'resource', 'containerResource'];

/** validateMetricSpec */
export function validateMetric(
  metric: MetricSpec,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const type = metric.type ?? '';
  const expected = fieldOfType(type);
  const typePath = path.child('type');
  if (type === '') errors.required('autoscaler/metric-type', typePath, `one of ${types.join(', ')}`);
  if (expected === undefined) errors.notSupported('autoscaler/metric-type', typePath, type, types);
  const present = sourceOrder.filter((field) => metric[field] != null);
  const [first] = present;
  if (first !== undefined) validateSource(metric, first, path.child(first), context, errors);
  if (expected !== undefined && metric[expected] == null) {
    errors.required('autoscaler/metric-type', path.child(expected), `a metric of type ${type} needs it`);
  }
  if (present.length === 1) return;
  for (const field of present) {
    if (field === expected) continue;
    const detail = `a metric of type ${type} sets ${expected ?? 'one field'} alone`;
    errors.forbidden('autoscaler/metric-type', path.child(field), detail);
  }
}

function fieldOfType(type: string): SourceField | undefined {
  return Object.hasOwn(fields, type) ? fields[type as keyof typeof fields] : undefined;
}

function validateSource(
  metric: MetricSpec,
  field: SourceField,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  switch (field) {
    case 'object':
      validateObjectSource(metric.object ?? {}, path, context, errors);
      break;
    case 'external':
      validateExternalSource(metric.external ?? {}, path, errors);
      break;
    case 'pods':
      validatePodsSource(metric.pods ?? {}, path, errors);
      break;
    case 'resource':
      validateResourceSource(metric.resource ?? {}, path, errors);
      break;
    case 'containerResource':
      validateContainerResourceSource(metric.containerResource ?? {}, path, errors);
  }
}
