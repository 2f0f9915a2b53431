import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validatePortNumber } from '../ports';
import type { DefaultedService } from './defaulted-service';
import { healthCheckNodePortPath, specPath } from './paths';

const policies: readonly string[] = ['Cluster', 'Local'];

/** Where traffic may come from and go to: policies, health check and distribution. */
export function validateTraffic(service: DefaultedService, context: ValidationContext, errors: FieldErrors): void {
  validateExternalPolicy(service, errors);
  validateHealthCheck(service, errors);
  const internal = service.spec.internalTrafficPolicy;
  if (internal != null && !policies.includes(internal)) {
    const path = specPath.child('internalTrafficPolicy');
    errors.notSupported('service/internal-traffic-policy', path, internal, policies);
  }
  validateDistribution(service, context, errors);
}

/** validateServiceExternalTrafficPolicy */
function validateExternalPolicy({ external, externalTrafficPolicy }: DefaultedService, errors: FieldErrors): void {
  const path = specPath.child('externalTrafficPolicy');
  if (external) {
    if (policies.includes(externalTrafficPolicy)) return;
    errors.notSupported('service/external-traffic-policy', path, externalTrafficPolicy, policies);
  } else if (externalTrafficPolicy !== '') {
    const detail =
      'may be set only where traffic comes in from outside the cluster, such as for type LoadBalancer or NodePort';
    errors.invalid('service/external-traffic-policy', path, externalTrafficPolicy, detail);
  }
}

function validateHealthCheck({ needsHealthCheck, spec }: DefaultedService, errors: FieldErrors): void {
  const port = spec.healthCheckNodePort ?? 0;
  if (port === 0) return;
  if (needsHealthCheck) {
    validatePortNumber(port, healthCheckNodePortPath, errors);
    return;
  }
  const detail = "may be set only for type 'LoadBalancer' with externalTrafficPolicy 'Local'";
  errors.invalid('service/health-check-node-port', healthCheckNodePortPath, port, detail);
}

/** validateServiceTrafficDistribution */
function validateDistribution({ spec }: DefaultedService, { minor }: ValidationContext, errors: FieldErrors): void {
  const distribution = spec.trafficDistribution;
  // Kubernetes 1.30 knows the field and drops it: its gate ServiceTrafficDistribution is on since 1.31.
  if (distribution == null || minor < 31) return;
  // Gate PreferSameTrafficDistribution, on since 1.34.
  const known = minor >= 34 ? ['PreferClose', 'PreferSameZone', 'PreferSameNode'] : ['PreferClose'];
  if (known.includes(distribution)) return;
  errors.notSupported('service/traffic-distribution', specPath.child('trafficDistribution'), distribution, known);
}
