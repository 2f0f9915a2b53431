import { keyOf } from '../objects';
import type { RewrittenSet } from '../rewrite/rewrite-set';
import { externalNameWays, outsideChoice } from './external-names';
import { hostWays } from './hosts';
import type { IngressAddress } from './ingresses';
import { ingressWays } from './ingresses';
import type { Live } from './live';
import { choiceOf, insideServiceWays, isHeadless, outsideServiceWays } from './services';
import type { ToldAddress } from './told-addresses';
import type { Unasked, Way } from './way';
import { addressText } from './way';

/** Every way in to the applications of a set, as its live objects have it. */
export function waysOfSet(
  set: Pick<RewrittenSet, 'told' | 'outsidePorts'>,
  live: Live,
  ingress: IngressAddress,
): readonly (Way | Unasked)[] {
  return unique([
    ...hostWays(live),
    ...live.services.flatMap((service) => [
      ...outsideServiceWays(service, live),
      ...insideServiceWays(service, live),
      ...externalNameWays(service, set.outsidePorts.get(keyOf(service)) ?? [], live),
    ]),
    ...ingressWays(live, ingress),
    ...set.told.flatMap((told) => toldWay(told, live)),
  ]);
}

/** Two rules may be tried by one request. */
function unique(ways: readonly (Way | Unasked)[]): readonly (Way | Unasked)[] {
  return [...new Map(ways.map((way) => [`${way.way} ${way.asked}`, way])).values()];
}

/** The addresses that applications of the set are told, asked as they stand there. */
function toldWay(told: ToldAddress, live: Live): readonly (Way | Unasked)[] {
  const service = live.services.find((one) => keyOf(one) === told.service);
  if (service === undefined) return [];
  const by = outsideChoice(service) ?? choiceOf(service);
  const ownPort = service.spec.ports?.find(({ port: number }) => number === told.port);
  const asked = addressText(told.protocol, told.host, told.port);
  const { namespace, protocol, host, port } = told;
  return [
    {
      way: 'address in env',
      asked,
      protocol,
      sender: { from: 'pod', namespace, host, port },
      expected: { by, port: isHeadless(service) ? undefined : ownPort },
    },
  ];
}
