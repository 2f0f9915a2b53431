import type { Service } from '../objects';
import { outsideLabel } from '../rewrite/stand-ins';
import type { Live } from './live';
import { protocolOf } from './protocol';
import { fullName } from './services';
import type { PodChoice, Way } from './way';
import { addressText } from './way';

/** The pods of the host outside, which is a Service of the test: `name.namespace.svc...`. */
export function outsideChoice({ spec }: Service): PodChoice | undefined {
  if (spec.type !== 'ExternalName') return undefined;
  const [name = '', namespace = ''] = (spec.externalName ?? '').split('.');
  return { namespace, labels: { [outsideLabel]: name } };
}

/** A name inside for a host outside: DNS says which, and that host answers. */
export function externalNameWays(service: Service, ports: readonly number[], live: Live): readonly Way[] {
  const by = outsideChoice(service);
  const { externalName } = service.spec;
  if (by === undefined || externalName === undefined) return [];
  const { namespace = '' } = service.metadata;
  const host = fullName(service, live);
  return [
    {
      way: 'ExternalName (DNS)',
      asked: host,
      protocol: 'udp',
      sender: { from: 'dns', namespace, host },
      expected: { by, alias: externalName },
    },
    ...ports.map((port): Way => {
      const protocol = protocolOf({ number: port }) ?? 'tcp';
      return {
        way: 'ExternalName',
        asked: addressText(protocol, host, port),
        protocol,
        sender: { from: 'pod', namespace, host, port },
        expected: { by },
      };
    }),
  ];
}
