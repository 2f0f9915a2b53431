import { traefikAnnotations } from '../../controllers/annotations';
import type { ControllerInSet } from '../../graph/controllers-in-set';
import { nameOf, type SetObject } from '../../graph/set-object';
import type { Service } from '../../kubernetes/api';
import { isEverywhere } from '../../kubernetes/address-ranges';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { tellsClient } from '../../target/load-balancer-reach';
import { defineRule } from '../rule';
import { bad, good } from './allow-list-client.examples';

const lists = ['ipAllowList', 'ipWhiteList'] as const;

export const allowListClient = defineRule({
  id: 'exposure/allow-list-client',
  class: 'broken',
  on: ['traefik.io Middleware', 'traefik.io MiddlewareTCP'],
  summary: 'A Traefik that lets in some addresses sees the address of the client.',
  why: 'With externalTrafficPolicy Cluster a node puts its own address in the place of the client: Traefik compares that with the list, and refuses everybody, or lets everybody in where nodes are on it.',
  fix: 'Set externalTrafficPolicy Local on the Service of Traefik and run it on the nodes that clients reach, or have the load balancer tell the client by the PROXY protocol, and Traefik believe it.',
  symptoms: ['403 for everybody', 'allow list does not work', 'the log shows the address of a node'],
  references: ['https://kubernetes.io/docs/tutorials/services/source-ip/'],
  good,
  bad,
  *check({ body }, { graph }) {
    for (const list of lists.filter((one) => holdsAddresses(valueAt(body, 'spec', one)))) {
      const readers = graph.controllers.filter(({ make }) => make === traefikAnnotations);
      const services = readers.flatMap((one) => outside(one).map((service) => ({ service, one })));
      const [first] = services;
      // One way in that keeps the address may be the one that is meant.
      if (first === undefined || services.some(({ service, one }) => keeps(service, one))) continue;
      yield {
        field: `spec.${list}.sourceRange`,
        message: `the list is compared with the address of a node: ${nameOf(first.service)} before Traefik has externalTrafficPolicy Cluster, which replaces that of the client`,
        related: [{ object: first.service, field: 'spec.externalTrafficPolicy' }],
      };
    }
  },
});

/** Whether a list names addresses, not all of them, and is compared with that of the connection. */
function holdsAddresses(list: unknown): boolean {
  const ranges = itemsOf(valueAt(list, 'sourceRange')).map(textOf);
  return ranges.length > 0 && !ranges.some(isEverywhere) && valueAt(list, 'ipStrategy') === undefined;
}

function outside({ services, workload }: ControllerInSet): readonly SetObject<Service>[] {
  if (workload.spec.hostNetwork === true || workload.ports.some(({ port }) => (port.hostPort ?? 0) !== 0)) return [];
  return services.filter(({ body }) => body.spec?.type === 'LoadBalancer' || body.spec?.type === 'NodePort');
}

function keeps(service: SetObject<Service>, { flags }: ControllerInSet): boolean {
  if (service.body.spec?.externalTrafficPolicy === 'Local' || tellsClient(service.annotations)) return true;
  return flags.some(({ name }) => /proxyprotocol|forwardedheaders/i.test(name));
}
