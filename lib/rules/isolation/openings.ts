import type { ReachedPort } from '../../graph/ways-in';
import type { SetObject } from '../../graph/set-object';
import type { NetworkPolicy, NetworkPolicyIngressRule } from '../../kubernetes/api';

/** The rules of a policy that let in everybody to a port of pods. */
export function openRules(
  { body }: SetObject<NetworkPolicy>,
  reached: ReachedPort,
  protocol: string,
): readonly { readonly field: string }[] {
  return (body.spec?.ingress ?? []).flatMap((rule, index) =>
    isForEverybody(rule ?? {}) && includes(rule ?? {}, reached, protocol) ? [{ field: `spec.ingress[${index}]` }] : [],
  );
}

function isForEverybody({ from }: NetworkPolicyIngressRule): boolean {
  return from == null || from.length === 0;
}

/** Every port where none is named; a name means the container port of that name. */
function includes({ ports }: NetworkPolicyIngressRule, { number, declared }: ReachedPort, protocol: string): boolean {
  if (ports == null || ports.length === 0) return true;
  return ports.some((one) => {
    if ((one?.protocol ?? 'TCP') !== protocol) return false;
    const port = one?.port;
    if (port == null) return true;
    if (typeof port === 'string') return declared?.name === port;
    return number !== undefined && number >= port && number <= (one?.endPort ?? port);
  });
}
