import type { FieldPath } from '../../findings/field-path';
import type { Container, Probe } from '../../kubernetes/api';
import type { FieldErrors } from '../field-errors';
import { validateHandler } from './handler';
import type { PodRules } from './pod-rules';

export const probeRules = {
  'probe/number': 'Times and thresholds of a probe are not negative; its own grace period is above 0.',
  'probe/success-threshold': 'Liveness and startup probes succeed at the first success.',
  'probe/grace-period': 'A readiness probe does not end a container, so it has no grace period.',
} as const;

const numbers = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const;

/** validateLivenessProbe, validateReadinessProbe and validateStartupProbe */
export function validateProbes(container: Container, pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  const { livenessProbe, readinessProbe, startupProbe } = container;
  if (livenessProbe) {
    const at = path.child('livenessProbe');
    validateProbe(livenessProbe, pod, at, errors);
    validateSuccessThreshold(livenessProbe, at, errors);
  }
  if (readinessProbe) {
    const at = path.child('readinessProbe');
    validateProbe(readinessProbe, pod, at, errors);
    forbidGracePeriod(readinessProbe, at, errors);
  }
  if (startupProbe) {
    const at = path.child('startupProbe');
    validateProbe(startupProbe, pod, at, errors);
    validateSuccessThreshold(startupProbe, at, errors);
  }
}

/** validateProbe: 0 stands for the default in all numbers. */
function validateProbe(probe: Probe, pod: PodRules, path: FieldPath, errors: FieldErrors): void {
  validateHandler(probe, 'probe', pod, path, errors);
  for (const field of numbers) {
    const value = probe[field] ?? 0;
    if (value < 0) errors.invalid('probe/number', path.child(field), value, 'must not be negative');
  }
  const gracePeriod = probe.terminationGracePeriodSeconds ?? 1;
  if (gracePeriod <= 0) {
    errors.invalid('probe/number', path.child('terminationGracePeriodSeconds'), gracePeriod, 'must be above 0');
  }
}

function validateSuccessThreshold(probe: Probe, path: FieldPath, errors: FieldErrors): void {
  const threshold = probe.successThreshold || 1;
  if (threshold === 1) return;
  errors.invalid('probe/success-threshold', path.child('successThreshold'), threshold, 'must be 1');
}

function forbidGracePeriod(probe: Probe, path: FieldPath, errors: FieldErrors): void {
  const gracePeriod = probe.terminationGracePeriodSeconds;
  if (gracePeriod === null || gracePeriod === undefined) return;
  const at = path.child('terminationGracePeriodSeconds');
  errors.invalid('probe/grace-period', at, gracePeriod, 'may not be set for a readiness probe');
}
