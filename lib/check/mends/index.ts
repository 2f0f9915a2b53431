import type { RuleId } from '../../validation/catalogue';
import { host, path, pathType } from './ingress';
import type { Mend, Refusal } from './mend';
import { hostNetworkPort, nodePortRange, portNumber } from './ports';
import { unknownField } from './unknown-field';
import { otherType, servedKind, supportedValue, workloadSelector } from './values';

/** What the API server refuses and a plain change mends, by the rule. */
const mends: Readonly<Partial<Record<RuleId, Mend>>> = {
  'decode/unknown-field': unknownField,
  'decode/type': otherType,
  'kind/known': servedKind,
  'workload/selector': workloadSelector,
  'port/number': portNumber,
  'service/node-port-range': nodePortRange,
  'service/external-name': host,
  'container-port/host-network': hostNetworkPort,
  'ingress/host': host,
  'ingress/path': path,
  'ingress/path-type': pathType,
};

/** What could mend a refusal. A value that is none of a closed list is mended alike, whichever list it is. */
export function mendsOf(rule: string, refusal: Refusal): ReturnType<Mend> {
  const own = Object.hasOwn(mends, rule) ? mends[rule as RuleId] : undefined;
  return [
    ...(own?.(refusal) ?? []),
    ...(refusal.message.startsWith('Unsupported value') ? supportedValue(refusal) : []),
  ];
}
