import { familyOfKey } from '../../controllers/annotations';
import type { ControllerInSet } from '../../graph/controllers-in-set';
import type { Graph } from '../../graph/graph';
import { annotationOf, nameOf, type SetObject } from '../../graph/set-object';
import type { Service } from '../../kubernetes/api';
import { isEverywhere } from '../../kubernetes/address-ranges';
import { parseIp, parseCidr } from '../../kubernetes/addresses';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { tellsClient } from '../../target/load-balancer-reach';
import { defineRule, type Problem } from '../rule';
import { bad, good } from './allow-list-client.examples';

const middleware = 'traefik.io Middleware';
const listKey = /(allow-?list|white-?list)(-source-range)?$/;

export const allowListClient = defineRule({
  id: 'exposure/allow-list-client',
  class: 'broken',
  on: ['Ingress', middleware],
  summary: 'A controller that lets in some addresses sees the address of the client.',
  why: 'With externalTrafficPolicy Cluster a node puts its own address in the place of the client: the controller compares that with the list, and refuses everybody, or lets everybody in where nodes are on it.',
  fix: 'Set externalTrafficPolicy Local on the Service of the controller and run it on the nodes that clients reach, or have the load balancer tell the client by the PROXY protocol on both sides.',
  symptoms: ['403 for everybody', 'allow list does not work', 'the log shows the address of a node'],
  references: ['https://kubernetes.io/docs/tutorials/services/source-ip/#source-ip-for-services-with-type-nodeport'],
  good,
  bad,
  *check(object, { graph }) {
    for (const { field, family } of listsOf(object)) {
      const problem = lostBefore(field, family, graph);
      if (problem !== undefined) yield problem;
    }
  },
});

interface AllowList {
  readonly field: string;
  /** Whoever reads it. */
  readonly family: ReturnType<typeof familyOfKey>;
}

function listsOf(object: SetObject<object>): readonly AllowList[] {
  if (object.key === middleware) {
    const lists = ['ipAllowList', 'ipWhiteList'].filter((name) =>
      holds(itemsOf(valueAt(object.body, 'spec', name, 'sourceRange'))),
    );
    const read = lists.filter((name) => valueAt(object.body, 'spec', name, 'ipStrategy') === undefined);
    return read.map((name) => ({
      field: `spec.${name}.sourceRange`,
      family: familyOfKey('traefik.ingress.kubernetes.io/'),
    }));
  }
  const keys = Object.keys(object.annotations).filter((key) => listKey.test(key));
  return keys
    .filter((key) => holds((annotationOf(object, key) ?? '').split(/[\s,]+/)))
    .map((key) => ({ field: `metadata.annotations[${key}]`, family: familyOfKey(key) }));
}

/** Whether a list names addresses, and not all of them. */
function holds(ranges: readonly unknown[]): boolean {
  const texts = ranges.map(textOf).filter((text) => text !== '');
  return (
    texts.some((text) => parseCidr(text) !== undefined || parseIp(text) !== undefined) && !texts.some(isEverywhere)
  );
}

function lostBefore(field: string, family: AllowList['family'], graph: Graph): Problem | undefined {
  const readers = graph.controllers.filter(({ make }) => make === family);
  const services = readers.flatMap((one) => outside(one).map((service) => ({ service, one })));
  // One way in that keeps the address may be the one that is meant.
  if (services.length === 0 || services.some(({ service, one }) => keeps(service, one))) return undefined;
  const [{ service } = { service: undefined }] = services;
  if (service === undefined) return undefined;
  return {
    field,
    message: `the list is compared with the address of a node: ${nameOf(service)} before the controller has externalTrafficPolicy Cluster, which replaces that of the client`,
    related: [{ object: service, field: 'spec.externalTrafficPolicy' }],
  };
}

function outside({ services, workload }: ControllerInSet): readonly SetObject<Service>[] {
  if (workload.spec.hostNetwork === true || workload.ports.some(({ port }) => (port.hostPort ?? 0) !== 0)) return [];
  return services.filter(({ body }) => body.spec?.type === 'LoadBalancer' || body.spec?.type === 'NodePort');
}

function keeps(service: SetObject<Service>, { flags, configMap }: ControllerInSet): boolean {
  if (service.body.spec?.externalTrafficPolicy === 'Local' || tellsClient(service.annotations)) return true;
  const told = [...flags.map(({ name }) => name), ...Object.keys(configMap?.body.data ?? {})];
  return told.some((name) => /proxy-?protocol|forwarded|real-?ip|src-ip/i.test(name));
}
