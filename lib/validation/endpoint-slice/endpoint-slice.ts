import { FieldPath } from '../../findings/field-path';
import type { Endpoint, EndpointPort, EndpointSlice } from '../../kubernetes/api';
import { dns1123LabelProblems, dns1123SubdomainProblems, qualifiedNameProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import { validateEndpointAddresses } from './endpoint-addresses';
import { validateEndpointHints } from './endpoint-hints';
import type { FieldErrors } from '../field-errors';
import { validateProtocol } from '../ports';
import { Seen } from '../seen';

export const endpointSliceRules = {
  'endpoint-slice/address-type': 'An EndpointSlice holds addresses of one type: IPv4, IPv6 or FQDN.',
  'endpoint-slice/endpoints': 'An EndpointSlice holds at most 1000 endpoints.',
  'endpoint-slice/addresses':
    'An endpoint has 1 to 100 addresses of the type of its slice, to which traffic can be sent.',
  'endpoint-slice/hints': 'Hints name at most eight zones and eight nodes, each one once.',
  'endpoint-slice/hostname': 'The host name of an endpoint is a DNS label.',
  'endpoint-slice/node-name': 'The node of an endpoint has the form of a node name.',
  'endpoint-slice/ports':
    'An EndpointSlice holds at most 20000 ports, each with a name of its own, a DNS label or nothing.',
  'endpoint-slice/app-protocol': 'An application protocol is a qualified name, such as `kubernetes.io/h2c`.',
} as const;

const addressTypes: readonly string[] = ['FQDN', 'IPv4', 'IPv6'];
const mostEndpoints = 1000;
const mostPorts = 20_000;

const addressTypePath = FieldPath.of('addressType');
const endpointsPath = FieldPath.of('endpoints');
const portsPath = FieldPath.of('ports');

/** ValidateEndpointSliceCreate; `deprecatedTopology` is dropped by the server before it looks. */
export function validateEndpointSlice(object: EndpointSlice, context: ValidationContext, errors: FieldErrors): void {
  const type = object.addressType ?? '';
  if (type === '') errors.required('endpoint-slice/address-type', addressTypePath, `one of ${addressTypes.join(', ')}`);
  else if (!addressTypes.includes(type)) {
    errors.notSupported('endpoint-slice/address-type', addressTypePath, type, addressTypes);
  }
  if (object.ports != null) validatePorts(object.ports, errors);
  if (object.endpoints == null) return;
  if (object.endpoints.length > mostEndpoints) {
    errors.tooMany('endpoint-slice/endpoints', endpointsPath, object.endpoints.length, mostEndpoints);
    return;
  }
  for (const [position, endpoint] of object.endpoints.entries()) {
    validateEndpoint(endpoint ?? {}, type, endpointsPath.index(position), context, errors);
  }
}

function validateEndpoint(
  endpoint: Endpoint,
  type: string,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  validateEndpointAddresses(endpoint.addresses ?? [], type, path.child('addresses'), context, errors);
  const { hostname, nodeName, hints } = endpoint;
  if (nodeName != null) {
    errors.invalidForEach(
      'endpoint-slice/node-name',
      path.child('nodeName'),
      nodeName,
      dns1123SubdomainProblems(nodeName),
    );
  }
  if (hostname != null) {
    errors.invalidForEach('endpoint-slice/hostname', path.child('hostname'), hostname, dns1123LabelProblems(hostname));
  }
  if (hints != null) validateEndpointHints(hints, path.child('hints'), context, errors);
}

/** validatePorts; the numbers of ports are not looked at. */
function validatePorts(ports: NonNullable<EndpointSlice['ports']>, errors: FieldErrors): void {
  if (ports.length > mostPorts) {
    errors.tooMany('endpoint-slice/ports', portsPath, ports.length, mostPorts);
    return;
  }
  const names = new Seen<string>();
  for (const [position, port] of ports.entries()) validatePort(port ?? {}, names, portsPath.index(position), errors);
}

function validatePort(port: EndpointPort, names: Seen<string>, path: FieldPath, errors: FieldErrors): void {
  const name = port.name ?? '';
  if (name !== '') {
    errors.invalidForEach('endpoint-slice/ports', path.child('name'), name, dns1123LabelProblems(name));
  }
  if (names.repeats(name)) errors.duplicate('endpoint-slice/ports', path.child('name'), name);
  validateProtocol(port.protocol ?? 'TCP', path.child('protocol'), errors);
  if (port.appProtocol == null) return;
  errors.invalidForEach(
    'endpoint-slice/app-protocol',
    path.child('appProtocol'),
    port.appProtocol,
    qualifiedNameProblems(port.appProtocol),
  );
}
