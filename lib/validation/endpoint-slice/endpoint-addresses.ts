import type { FieldPath } from '../../findings/field-path';
import { canonicalIpProblems, endpointIpProblems, ipProblems, parseIp } from '../../kubernetes/addresses';
import { fullyQualifiedDomainNameProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';

const mostAddresses = 100;

/** The addresses of one endpoint, of the type that the slice is for; those of a type that is none are left alone. */
export function validateEndpointAddresses(
  addresses: readonly (string | null | undefined)[],
  type: string,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  if (addresses.length === 0) {
    errors.required('endpoint-slice/addresses', path, 'an endpoint has at least one address');
  } else if (addresses.length > mostAddresses) {
    errors.tooMany('endpoint-slice/addresses', path, addresses.length, mostAddresses);
  }
  for (const [position, entry] of addresses.entries()) {
    const address = entry ?? '';
    if (type === 'FQDN') validateDomainName(address, path.index(position), errors);
    else if (type !== 'IPv4' && type !== 'IPv6') return;
    else if (context.minor < 33) validateOldIp(address, type, path.index(position), errors);
    else validateIp(address, type, path, position, context, errors);
  }
}

function validateDomainName(name: string, path: FieldPath, errors: FieldErrors): void {
  if (name === '') errors.required('endpoint-slice/addresses', path, 'a fully qualified domain name');
  else {
    errors.invalidForEach('endpoint-slice/addresses', path, name, fullyQualifiedDomainNameProblems(name));
  }
}

/** Since Kubernetes 1.33 an address of the other family is reported at the list, one that is none at its entry. */
function validateIp(
  address: string,
  type: 'IPv4' | 'IPv6',
  path: FieldPath,
  position: number,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const problems = type === 'IPv4' ? ipProblems(address, context) : canonicalIpProblems(address);
  if (problems.length === 0 && parseIp(address)?.family !== type) {
    errors.invalid('endpoint-slice/addresses', path, address, `must be an ${type} address`);
  }
  errors.invalidForEach(
    'endpoint-slice/addresses',
    path.index(position),
    address,
    problems.length > 0 ? problems : endpointIpProblems(address),
  );
}

/** IsValidIPv4Address, IsValidIPv6Address and ValidateNonSpecialIP, until Kubernetes 1.32. */
function validateOldIp(address: string, type: 'IPv4' | 'IPv6', path: FieldPath, errors: FieldErrors): void {
  if (parseIp(address)?.family !== type) {
    errors.invalid('endpoint-slice/addresses', path, address, `must be an ${type} address`);
  }
  errors.invalidForEach('endpoint-slice/addresses', path, address, endpointIpProblems(address));
}
