import type { ServiceSpec } from '../../kubernetes/api';
import type { FieldErrors } from '../field-errors';
import { specPath } from './paths';

const affinities: readonly string[] = ['ClientIP', 'None'];
/** One day: MaxClientIPServiceAffinitySeconds. */
const longestTimeout = 86_400;

/** Session affinity; without one, its settings are cleared, and with ClientIP a timeout is filled in (SetDefaults_Service). */
export function validateSessionAffinity(spec: ServiceSpec, errors: FieldErrors): void {
  const affinity = spec.sessionAffinity || 'None';
  if (!affinities.includes(affinity)) {
    errors.notSupported('service/session-affinity', specPath.child('sessionAffinity'), affinity, affinities);
  }
  const timeout = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds;
  if (affinity !== 'ClientIP' || timeout == null || (timeout > 0 && timeout <= longestTimeout)) return;
  const path = specPath.child('sessionAffinityConfig').child('clientIP').child('timeoutSeconds');
  errors.invalid('service/session-affinity', path, timeout, `must be between 1 and ${longestTimeout} seconds`);
}
