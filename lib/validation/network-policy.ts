import { FieldPath } from '../findings/field-path';
import { cidrProblems, isStrictSubset, parseCidr } from '../kubernetes/addresses';
import type { IPBlock, NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from '../kubernetes/api';
import type { ValidationContext } from './context';
import type { FieldErrors } from './field-errors';
import { validateLabelSelector } from './labels';
import { validatePortName, validatePortNumber, validateProtocol } from './ports';

export const networkPolicyRules = {
  'network-policy/policy-types': 'A NetworkPolicy is about Ingress, Egress or both.',
  'network-policy/end-port': 'A range of ports begins with a number and does not end before it.',
  'network-policy/peer': 'A peer is a selection of pods and namespaces, or else an IP block.',
  'network-policy/ip-block': 'An IP block is an address range (CIDR), and its exceptions are smaller ranges within it.',
} as const;

type Maybe<T> = T | null | undefined;

const policyTypes: readonly string[] = ['Ingress', 'Egress'];
const specPath = FieldPath.of('spec');
const ingressPath = specPath.child('ingress');
const egressPath = specPath.child('egress');
const policyTypesPath = specPath.child('policyTypes');

/** ValidateNetworkPolicy */
export function validateNetworkPolicy(object: NetworkPolicy, context: ValidationContext, errors: FieldErrors): void {
  const { podSelector, ingress, egress, policyTypes: types } = object.spec ?? {};
  validateLabelSelector(podSelector, specPath.child('podSelector'), {}, errors);
  for (const [position, rule] of (ingress ?? []).entries()) {
    validateRule(rule?.ports, rule?.from, 'from', ingressPath.index(position), context, errors);
  }
  for (const [position, rule] of (egress ?? []).entries()) {
    validateRule(rule?.ports, rule?.to, 'to', egressPath.index(position), context, errors);
  }
  if (types != null) validatePolicyTypes(types, errors);
}

function validatePolicyTypes(types: readonly Maybe<string>[], errors: FieldErrors): void {
  if (types.length > policyTypes.length) {
    errors.invalid('network-policy/policy-types', policyTypesPath, types, 'must be at most Ingress and Egress');
    return;
  }
  for (const [position, type] of types.entries()) {
    if (policyTypes.includes(type ?? '')) continue;
    errors.notSupported('network-policy/policy-types', policyTypesPath.index(position), type ?? '', policyTypes);
  }
}

function validateRule(
  ports: Maybe<readonly Maybe<NetworkPolicyPort>[]>,
  peers: Maybe<readonly Maybe<NetworkPolicyPeer>[]>,
  peersField: 'from' | 'to',
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  for (const [position, port] of (ports ?? []).entries()) {
    validatePort(port ?? {}, path.child('ports').index(position), errors);
  }
  for (const [position, peer] of (peers ?? []).entries()) {
    validatePeer(peer ?? {}, path.child(peersField).index(position), context, errors);
  }
}

/** ValidateNetworkPolicyPort */
function validatePort({ port, endPort, protocol }: NetworkPolicyPort, path: FieldPath, errors: FieldErrors): void {
  validateProtocol(protocol ?? 'TCP', path.child('protocol'), errors);
  if (typeof port === 'number') validatePortNumber(port, path.child('port'), errors);
  if (typeof port === 'string') validatePortName(port, path.child('port'), errors);
  if (endPort == null) return;
  const endPath = path.child('endPort');
  if (typeof port !== 'number') {
    errors.invalid('network-policy/end-port', endPath, endPort, 'may be set only where port is a number');
    return;
  }
  if (endPort < port)
    errors.invalid('network-policy/end-port', endPath, endPort, `must not be less than port, ${port}`);
  validatePortNumber(endPort, endPath, errors);
}

/** ValidateNetworkPolicyPeer */
function validatePeer(peer: NetworkPolicyPeer, path: FieldPath, context: ValidationContext, errors: FieldErrors): void {
  const { ipBlock, namespaceSelector, podSelector } = peer;
  validateLabelSelector(podSelector, path.child('podSelector'), {}, errors);
  validateLabelSelector(namespaceSelector, path.child('namespaceSelector'), {}, errors);
  const selects = podSelector != null || namespaceSelector != null;
  if (ipBlock != null) validateIpBlock(ipBlock, path.child('ipBlock'), context, errors);
  else if (!selects) errors.required('network-policy/peer', path, 'a podSelector, namespaceSelector or ipBlock');
  if (ipBlock != null && selects) {
    errors.forbidden('network-policy/peer', path, 'an ipBlock stands alone, without selectors');
  }
}

/** ValidateIPBlock */
function validateIpBlock(block: IPBlock, path: FieldPath, context: ValidationContext, errors: FieldErrors): void {
  const cidr = block.cidr ?? '';
  if (cidr === '') {
    errors.required('network-policy/ip-block', path.child('cidr'), 'an address range, such as 10.9.8.0/24');
    return;
  }
  errors.invalidForEach('network-policy/ip-block', path.child('cidr'), cidr, cidrProblems(cidr, context));
  const outer = parseCidr(cidr);
  if (outer === undefined) return;
  for (const [position, entry] of (block.except ?? []).entries()) {
    const except = entry ?? '';
    const exceptPath = path.child('except').index(position);
    errors.invalidForEach('network-policy/ip-block', exceptPath, except, cidrProblems(except, context));
    const inner = parseCidr(except);
    if (inner === undefined) {
      // Before Kubernetes 1.30 the first exception that cannot be read hides the rest.
      if (context.minor < 30) return;
    } else if (!isStrictSubset(inner, outer)) {
      errors.invalid('network-policy/ip-block', exceptPath, except, `must be a smaller range within ${cidr}`);
    }
  }
}
