import { FieldPath } from '../findings/field-path';
import { endpointIpProblems, ipProblems } from '../kubernetes/addresses';
import type { EndpointAddress, EndpointPort, EndpointSubset, Endpoints } from '../kubernetes/api';
import { dns1123LabelProblems, dns1123SubdomainProblems, qualifiedNameProblems } from '../kubernetes/names';
import type { ValidationContext } from './context';
import type { FieldErrors } from './field-errors';
import { validatePortNumber, validateProtocol } from './ports';

export const endpointsRules = {
  'endpoints/subset': 'A subset of Endpoints lists an address, ready or not.',
  'endpoints/address': 'An address of Endpoints is an IP address that traffic can be sent to.',
  'endpoints/hostname': 'The host name of an endpoint is a DNS label.',
  'endpoints/node-name': 'The node of an endpoint has the form of a node name.',
  'endpoints/port-name': 'Where a subset has several ports, each has a name, a DNS label.',
  'endpoints/app-protocol': 'An application protocol is a qualified name, such as `kubernetes.io/h2c`.',
} as const;

const subsetsPath = FieldPath.of('subsets');

/** ValidateEndpointsCreate */
export function validateEndpoints(object: Endpoints, context: ValidationContext, errors: FieldErrors): void {
  for (const [position, subset] of (object.subsets ?? []).entries()) {
    validateSubset(subset ?? {}, subsetsPath.index(position), context, errors);
  }
}

/** validateEndpointSubsets */
function validateSubset(
  subset: EndpointSubset,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const ready = subset.addresses ?? [];
  const notReady = subset.notReadyAddresses ?? [];
  const ports = subset.ports ?? [];
  if (ready.length === 0 && notReady.length === 0) {
    errors.required('endpoints/subset', path, 'addresses or notReadyAddresses are needed');
  }
  for (const [position, address] of ready.entries()) {
    validateAddress(address ?? {}, path.child('addresses').index(position), context, errors);
  }
  for (const [position, address] of notReady.entries()) {
    validateAddress(address ?? {}, path.child('notReadyAddresses').index(position), context, errors);
  }
  for (const [position, port] of ports.entries()) {
    validatePort(port ?? {}, ports.length > 1, path.child('ports').index(position), errors);
  }
}

/** validateEndpointAddress */
function validateAddress(
  { ip, hostname, nodeName }: EndpointAddress,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const address = ip ?? '';
  const problems = ipProblems(address, context);
  errors.invalidForEach(
    'endpoints/address',
    path.child('ip'),
    address,
    problems.length > 0 ? problems : endpointIpProblems(address),
  );
  if (hostname) {
    errors.invalidForEach('endpoints/hostname', path.child('hostname'), hostname, dns1123LabelProblems(hostname));
  }
  if (nodeName == null) return;
  errors.invalidForEach('endpoints/node-name', path.child('nodeName'), nodeName, dns1123SubdomainProblems(nodeName));
}

/** validateEndpointPort */
function validatePort(port: EndpointPort, nameRequired: boolean, path: FieldPath, errors: FieldErrors): void {
  if (port.name) {
    errors.invalidForEach('endpoints/port-name', path.child('name'), port.name, dns1123LabelProblems(port.name));
  } else if (nameRequired) {
    errors.required('endpoints/port-name', path.child('name'), 'needed where there are several ports');
  }
  validatePortNumber(port.port ?? 0, path.child('port'), errors);
  validateProtocol(port.protocol || 'TCP', path.child('protocol'), errors);
  if (port.appProtocol == null) return;
  errors.invalidForEach(
    'endpoints/app-protocol',
    path.child('appProtocol'),
    port.appProtocol,
    qualifiedNameProblems(port.appProtocol),
  );
}
