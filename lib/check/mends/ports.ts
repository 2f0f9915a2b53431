import { childOf, splitField, valueOf, type Mend } from './mend';

/** Without a number, the server gives out a free one. Whoever wrote a low number there often meant the port of the Service. */
export const nodePortRange: Mend = ({ field, manifest }) => {
  const port = valueOf(manifest, childOf(splitField(field).holder, 'port'));
  const isMeantAsPort = port === undefined && field !== 'spec.healthCheckNodePort';
  return [[isMeantAsPort ? { rename: field, to: 'port' } : { remove: field }]];
};

/** A Service port without a number takes that of a node port which cannot be one, of where it leads, or the usual one of its name. */
export const portNumber: Mend = ({ field, manifest, server }) => {
  const { holder, name } = splitField(field);
  if (name !== 'port' || valueOf(manifest, field) !== undefined) return [];
  const [first, last] = server.nodePortRange ?? [30000, 32767];
  const nodePort = valueOf(manifest, childOf(holder, 'nodePort'));
  if (typeof nodePort === 'number' && (nodePort < first || nodePort > last)) {
    return [[{ rename: childOf(holder, 'nodePort'), to: 'port' }]];
  }
  const target = valueOf(manifest, childOf(holder, 'targetPort'));
  if (typeof target === 'number') return [[{ set: field, value: target }]];
  const value = usualPorts.get(valueOf(manifest, childOf(holder, 'name')));
  return value === undefined ? [] : [[{ set: field, value }]];
};

/** The ports that clients ask for where a name is all that is said. */
const usualPorts: ReadonlyMap<unknown, number> = new Map([
  ['http', 80],
  ['https', 443],
]);

/** On the network of the node, both numbers are the one that the process listens on. */
export const hostNetworkPort: Mend = ({ field, manifest }) => {
  const { holder } = splitField(field);
  const value = valueOf(manifest, childOf(holder, 'containerPort'));
  return value === undefined ? [] : [[{ set: childOf(holder, 'hostPort'), value }]];
};
