import { FieldPath } from '../../findings/field-path';
import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerSpec } from '../../kubernetes/api';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateScalingRules } from './behavior';
import { validateMetric } from './metrics';
import { validateObjectReference } from './object-reference';

const specPath = FieldPath.of('spec');
const metricsPath = specPath.child('metrics');
const behaviorPath = specPath.child('behavior');

/** ValidateHorizontalPodAutoscaler of autoscaling/v2 */
export function validateHorizontalPodAutoscaler(
  object: HorizontalPodAutoscaler,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const spec: HorizontalPodAutoscalerSpec = object.spec ?? {};
  validateReplicas(spec, context, errors);
  validateObjectReference(spec.scaleTargetRef ?? {}, specPath.child('scaleTargetRef'), true, context, errors);
  validateMetrics(spec, context, errors);
  if (spec.behavior == null) return;
  const { scaleUp, scaleDown } = spec.behavior;
  if (scaleUp != null) validateScalingRules(scaleUp, behaviorPath.child('scaleUp'), context, errors);
  if (scaleDown != null) validateScalingRules(scaleDown, behaviorPath.child('scaleDown'), context, errors);
}

function validateReplicas(spec: HorizontalPodAutoscalerSpec, { minor }: ValidationContext, errors: FieldErrors): void {
  const least = spec.minReplicas ?? 1;
  const most = spec.maxReplicas ?? 0;
  const maxPath = specPath.child('maxReplicas');
  // Gate HPAScaleToZero, on since 1.37.
  const lowest = minor >= 37 ? 0 : 1;
  if (least < lowest) {
    errors.invalid('autoscaler/replicas', specPath.child('minReplicas'), least, `must be ${lowest} or more`);
  }
  if (most === 0 && minor >= 36) errors.required('autoscaler/replicas', maxPath, 'must be 1 or more');
  else if (most < 1) errors.invalid('autoscaler/replicas', maxPath, most, 'must be 1 or more');
  if (most < least) errors.invalid('autoscaler/replicas', maxPath, most, `must not be below minReplicas, ${least}`);
}

/** validateMetrics; without any, one for the CPU is filled in. */
function validateMetrics(spec: HorizontalPodAutoscalerSpec, context: ValidationContext, errors: FieldErrors): void {
  const metrics = spec.metrics ?? [];
  for (const [position, metric] of metrics.entries()) {
    validateMetric(metric ?? {}, metricsPath.index(position), context, errors);
  }
  if (spec.minReplicas !== 0) return;
  if (metrics.some((metric) => metric?.type === 'Object' || metric?.type === 'External')) return;
  const detail = 'minReplicas 0 needs a metric of type Object or External, which there is without pods';
  errors.forbidden('autoscaler/scale-to-zero', metricsPath, detail);
}
