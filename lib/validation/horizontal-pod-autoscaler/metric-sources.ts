import type { FieldPath } from '../../findings/field-path';
import type {
  ContainerResourceMetricSource,
  ExternalMetricSource,
  MetricIdentifier,
  MetricTarget,
  ObjectMetricSource,
  PodsMetricSource,
  ResourceMetricSource,
} from '../../kubernetes/api';
import { dns1123LabelProblems, pathSegmentNameProblems } from '../../kubernetes/names';
import { parseQuantity, quantitySign } from '../../kubernetes/quantities';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { containerResourceNameProblem } from '../pod/resource-names';
import { validateObjectReference } from './object-reference';

const targetTypes: readonly string[] = ['Utilization', 'Value', 'AverageValue'];

/** validateObjectSource */
export function validateObjectSource(
  { describedObject, metric, target }: ObjectMetricSource,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  validateObjectReference(describedObject ?? {}, path.child('describedObject'), false, context, errors);
  validateIdentifier(metric ?? {}, path.child('metric'), errors);
  validateValueTarget(target ?? {}, path.child('target'), errors);
}

/** validateExternalSource */
export function validateExternalSource(
  { metric, target }: ExternalMetricSource,
  path: FieldPath,
  errors: FieldErrors,
): void {
  validateIdentifier(metric ?? {}, path.child('metric'), errors);
  validateValueTarget(target ?? {}, path.child('target'), errors);
  if (target?.value == null || target.averageValue == null) return;
  const detail = 'value and averageValue exclude each other';
  errors.forbidden('autoscaler/metric-target', path.child('target').child('value'), detail);
}

/** validatePodsSource */
export function validatePodsSource({ metric, target }: PodsMetricSource, path: FieldPath, errors: FieldErrors): void {
  validateIdentifier(metric ?? {}, path.child('metric'), errors);
  const targetPath = path.child('target');
  validateTarget(target ?? {}, targetPath, errors);
  if (target?.averageValue == null) {
    errors.required('autoscaler/metric-target', targetPath.child('averageValue'), 'a metric of pods needs it');
  }
}

/** validateContainerResourceSource */
export function validateContainerResourceSource(
  { container, name, target }: ContainerResourceMetricSource,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const namePath = path.child('name');
  const problem = name ? containerResourceNameProblem(name) : undefined;
  if (!name) errors.required('autoscaler/metric-name', namePath, 'the name of a resource');
  if (problem !== undefined) errors.invalid('autoscaler/metric-name', namePath, name, problem);
  const containerPath = path.child('container');
  if (!container) errors.required('autoscaler/metric-name', containerPath, 'the name of a container');
  else {
    errors.invalidForEach('autoscaler/metric-name', containerPath, container, dns1123LabelProblems(container));
  }
  validateResourceTarget(target ?? {}, path.child('target'), errors);
}

/** validateResourceSource */
export function validateResourceSource(
  { name, target }: ResourceMetricSource,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!name) errors.required('autoscaler/metric-name', path.child('name'), 'the name of a resource');
  validateResourceTarget(target ?? {}, path.child('target'), errors);
}

/** validateMetricIdentifier; the selector is not looked at. */
function validateIdentifier({ name }: MetricIdentifier, path: FieldPath, errors: FieldErrors): void {
  if (!name) errors.required('autoscaler/metric-name', path.child('name'), 'the name of a metric');
  else {
    errors.invalidForEach('autoscaler/metric-name', path.child('name'), name, pathSegmentNameProblems(name));
  }
}

function validateValueTarget(target: MetricTarget, path: FieldPath, errors: FieldErrors): void {
  validateTarget(target, path, errors);
  if (target.value == null && target.averageValue == null) {
    errors.required('autoscaler/metric-target', path.child('averageValue'), 'value or averageValue is needed');
  }
}

function validateResourceTarget(target: MetricTarget, path: FieldPath, errors: FieldErrors): void {
  validateTarget(target, path, errors);
  const { averageUtilization, averageValue } = target;
  if (averageUtilization == null && averageValue == null) {
    const detail = 'averageUtilization or averageValue is needed';
    errors.required('autoscaler/metric-target', path.child('averageUtilization'), detail);
  } else if (averageUtilization != null && averageValue != null) {
    const detail = 'averageUtilization and averageValue exclude each other';
    errors.forbidden('autoscaler/metric-target', path.child('averageValue'), detail);
  }
}

/** validateMetricTarget */
function validateTarget(target: MetricTarget, path: FieldPath, errors: FieldErrors): void {
  const type = target.type ?? '';
  if (type === '') errors.required('autoscaler/metric-target', path.child('type'), `one of ${targetTypes.join(', ')}`);
  if (!targetTypes.includes(type)) {
    errors.invalid('autoscaler/metric-target', path.child('type'), type, `must be one of ${targetTypes.join(', ')}`);
  }
  validatePositive(target.value, path.child('value'), errors);
  validatePositive(target.averageValue, path.child('averageValue'), errors);
  if (target.averageUtilization != null && target.averageUtilization < 1) {
    const detail = 'must be greater than 0';
    errors.invalid('autoscaler/metric-target', path.child('averageUtilization'), target.averageUtilization, detail);
  }
}

function validatePositive(value: string | number | null | undefined, path: FieldPath, errors: FieldErrors): void {
  if (value == null) return;
  const quantity = parseQuantity(value);
  if (quantity === undefined || quantitySign(quantity) > 0) return;
  errors.invalid('autoscaler/metric-target', path, value, 'must be positive');
}
