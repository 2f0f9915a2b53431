import type { WayIn } from '../../graph/ways-in';
import { defineRule } from '../rule';
import { isOpenToAll, onePerField, openedField, wayNames } from './outside';
import { sensitiveServiceAt, serviceOfPort, type SensitiveService } from './sensitive-ports';
import { bad, good } from './sensitive-port.examples';

export const sensitivePort = defineRule({
  id: 'exposure/sensitive-port',
  class: 'risky',
  rating: 'high',
  on: ['set'],
  summary: 'Databases, shells and the machinery of clusters are not reached from outside.',
  why: 'They trust whoever reaches them or are guarded by a password alone, and the internet is searched for their ports without end.',
  fix: 'Keep them behind a ClusterIP Service and reach them by kubectl port-forward or a VPN; where clients outside need one, use an internal load balancer with source ranges.',
  symptoms: ['the database is on the internet', 'data held to ransom', 'unknown logins'],
  references: ['https://hub.armosec.io/docs/c-0021'],
  good,
  bad,
  *check({ waysIn }) {
    for (const way of onePerField(waysIn.all.filter((one) => reached(one) !== undefined && isOpenToAll(one)))) {
      const { title = '' } = reached(way) ?? {};
      const numbers = [...new Set(way.reaches.map(({ number }) => number ?? way.port))].join(', ');
      yield {
        object: way.object,
        field: openedField(way),
        message: `${title} (port ${numbers || String(way.port)}) is reached by ${wayNames[way.way]} from outside of the cluster, by everybody`,
      };
    }
  },
});

/** What a way in leads to that is sensitive. An HTTP route leads to nothing but what speaks HTTP. */
function reached({ route, port, reaches, service }: WayIn): SensitiveService | undefined {
  const found = firstOf(reaches) ?? asked(port, reaches.length, service);
  return route?.protocol === 'http' && found?.http !== true ? undefined : found;
}

function firstOf(reaches: WayIn['reaches']): SensitiveService | undefined {
  for (const reached of reaches) {
    const found = sensitiveServiceAt(reached);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Without pods in the set, and for SSH that listens elsewhere, the port that clients ask for tells. */
function asked(port: number | undefined, pods: number, service: WayIn['service']): SensitiveService | undefined {
  if (port === undefined || service === undefined || (pods > 0 && port !== ssh)) return undefined;
  return serviceOfPort(port);
}

const ssh = 22;
