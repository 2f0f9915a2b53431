import type { Service } from '../../kubernetes/api';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateClusterIps } from './cluster-ips';
import { withDefaults } from './defaulted-service';
import { validateIpFamilies } from './ip-families';
import { validateNodePortRequests } from './node-ports';

/**
 * What the API server refuses before it validates a Service: it settles families, addresses and node ports first, and answers at once with what
 * it finds there (beginCreate and allocateCreate of pkg/registry/core/service/storage). Of each step, only the first that fails is heard.
 */
export function validateServiceAllocation(service: Service, context: ValidationContext, errors: FieldErrors): void {
  const defaulted = withDefaults(service, context);
  const before = errors.found.length;
  if (defaulted.type !== 'ExternalName') {
    validateClusterIps(defaulted, context, errors);
    if (errors.found.length > before) return;
    validateIpFamilies(defaulted, context, errors);
    if (errors.found.length > before) return;
  }
  validateNodePortRequests(defaulted, context, errors);
}
