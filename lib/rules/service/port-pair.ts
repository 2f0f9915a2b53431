import { servicePorts, type ListenedPort } from '../../graph/service-ports';
import { annotationOf } from '../../graph/set-object';
import { service } from '../example-manifests';
import { defineRule } from '../rule';

const pair = (annotations?: string): string =>
  service('app: dns', {
    port: 'name: tcp, port: 53 }, { name: udp, port: 53, protocol: UDP',
    ...(annotations === undefined ? {} : { annotations }),
  });
const serverSide = 'argocd.argoproj.io/sync-options';

export const portPair = defineRule({
  id: 'service/port-pair',
  class: 'broken',
  severity: 'note',
  on: ['Service'],
  summary: 'A port number that a Service has for TCP and for UDP is applied by the server.',
  why: 'kubectl apply merges ports by their number alone: it makes the pair well, and loses one of the two as soon as the number changes. Server-side apply merges by number and protocol.',
  fix: 'Apply with --server-side (Argo CD: the annotation argocd.argoproj.io/sync-options: ServerSideApply=true; Flux does so always), or write two Services.',
  symptoms: ['the UDP port is gone', 'one port of the Service is missing'],
  references: ['https://github.com/kubernetes/kubernetes/issues/39188'],
  good: [
    {
      title: 'different numbers',
      manifests: service('app: dns', { port: 'name: tcp, port: 53 }, { name: udp, port: 54, protocol: UDP' }),
    },
    { title: 'applied by the server', manifests: pair(`${serverSide}: ServerSideApply=true`) },
  ],
  bad: [{ manifests: pair(), finds: ['spec.ports[1].port'] }],
  *check(service) {
    if ((annotationOf(service, serverSide) ?? '').includes('ServerSideApply=true')) return;
    const first = new Map<number, ListenedPort>();
    for (const port of servicePorts(service)) {
      const other = first.get(port.number);
      if (other === undefined) first.set(port.number, port);
      else if (other.protocol !== port.protocol) {
        yield {
          field: `${port.field}.port`,
          message: `port ${port.number} is there for ${other.protocol} and for ${port.protocol}: kubectl apply loses one of them when the number changes`,
          related: [{ object: service, field: `${other.field}.port` }],
        };
      }
    }
  },
});
