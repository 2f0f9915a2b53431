import type { ServicePort } from '../../kubernetes/api';
import type { FieldPath } from '../../findings/field-path';
import { dns1123LabelProblems, qualifiedNameProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { protocols, validatePortNumber, validatePortNumberOrName, validateProtocol } from '../ports';
import { Seen } from '../seen';
import type { DefaultedService } from './defaulted-service';
import { assignNodePorts, hasNodePorts } from './node-ports';
import { portsPath } from './paths';

const kubeletPort = 10250;
const defaultProtocol = 'TCP';

/** The ports of a Service, each one and all together. */
export function validateServicePorts(service: DefaultedService, context: ValidationContext, errors: FieldErrors): void {
  const { headless, ports, type } = service;
  if (ports.length === 0 && !headless && type !== 'ExternalName') {
    errors.required('service/ports', portsPath, 'at least one port is needed');
  }
  const names = new Seen<string>();
  for (const [position, port] of ports.entries()) {
    const path = portsPath.index(position);
    validatePortNameOf(port, ports.length > 1, names, path, errors);
    validateServicePort(port, path, errors);
    // Clouds were known to open the port of the kubelet with it.
    if (port.port === kubeletPort && type === 'LoadBalancer' && context.minor < 33) {
      errors.invalid('service/kubelet-port', path, port.port, 'is the port of the kubelet, and must not be exposed');
    }
    if (type === 'ClusterIP' && (port.nodePort ?? 0) !== 0) {
      errors.forbidden('service/node-port', path.child('nodePort'), 'a Service of type ClusterIP has no node ports');
    }
  }
  if (ports.length < 2) return;
  const unique = validateUniquePorts(ports, errors);
  // What has node ports was refused before if two of its ports asked for the same one.
  if (!unique || !hasNodePorts(type)) validateUniqueNodePorts(service, errors);
}

function validatePortNameOf(
  port: ServicePort,
  required: boolean,
  names: Seen<string>,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const name = port.name ?? '';
  if (name === '') {
    if (required) errors.required('service/port-name', path.child('name'), 'needed where there are several ports');
    return;
  }
  errors.invalidForEach('service/port-name', path.child('name'), name, dns1123LabelProblems(name));
  if (names.repeats(name)) errors.duplicate('service/port-name', path.child('name'), name);
}

/** validateServicePort, all but the name */
function validateServicePort(port: ServicePort, path: FieldPath, errors: FieldErrors): void {
  const number = port.port ?? 0;
  validatePortNumber(number, path.child('port'), errors);
  validateProtocol(port.protocol || defaultProtocol, path.child('protocol'), errors);
  validatePortNumberOrName(port.targetPort || number, path.child('targetPort'), errors);
  if (port.appProtocol == null) return;
  errors.invalidForEach(
    'service/app-protocol',
    path.child('appProtocol'),
    port.appProtocol,
    qualifiedNameProblems(port.appProtocol),
  );
}

/** A number and protocol occur once. */
function validateUniquePorts(ports: readonly ServicePort[], errors: FieldErrors): boolean {
  const seen = new Seen<number | string>();
  let unique = true;
  for (const [position, port] of ports.entries()) {
    if (!seen.repeats(keyOf(port.port ?? 0, port))) continue;
    unique = false;
    const value = `${port.port ?? 0}/${port.protocol || defaultProtocol}`;
    errors.duplicate('service/port-unique', portsPath.index(position), value);
  }
  return unique;
}

/** The same node port and protocol twice: asked for, or because two entries for one port share it. */
function validateUniqueNodePorts(service: DefaultedService, errors: FieldErrors): void {
  const { ports, type } = service;
  const nodePorts = hasNodePorts(type)
    ? assignNodePorts(service).map(({ nodePort }) => nodePort)
    : ports.map(({ nodePort }) => nodePort ?? 0);
  const seen = new Seen<number | string>();
  for (const [position, port] of ports.entries()) {
    const nodePort = nodePorts[position] ?? 0;
    if (nodePort === 0 || !seen.repeats(keyOf(nodePort, port))) continue;
    const value = port.nodePort || `that of port ${port.port ?? 0}`;
    errors.duplicate('service/node-port', portsPath.index(position).child('nodePort'), value);
  }
}

/** A number together with the protocol of a port; a number where it can be. */
function keyOf(number: number, { protocol }: ServicePort): number | string {
  const position = protocols.indexOf(protocol || defaultProtocol);
  return position < 0 ? `${number}/${protocol ?? ''}` : number * protocols.length + position;
}
