import type { KubeObject, Service } from '../objects';
import { podTemplateOf } from '../objects';
import type { Protocol } from './way';

/** An address of the cluster that the set tells one of its own applications. */
export interface ToldAddress {
  /** Of the application that is told. */
  readonly namespace: string;
  readonly protocol: Protocol;
  readonly host: string;
  readonly port: number;
  /** The Service that the address names: `shop/catalog`. */
  readonly service: string;
}

const address = /^(?:([a-z0-9+.-]+):\/\/)?([a-z0-9][a-z0-9.-]*)(?::(\d+))?(?:\/\S*)?$/;
const defaultPorts: Readonly<Record<string, number>> = { http: 80, https: 443, ws: 80, wss: 443 };

/** Addresses of Services in the environment of pods: `http://catalog.shop.svc.cluster.local`, `database:5432`. */
export function toldAddresses(documents: readonly KubeObject[], services: readonly Service[]): readonly ToldAddress[] {
  const found = new Map<string, ToldAddress>();
  for (const document of documents) {
    const { containers = [] } = podTemplateOf(document)?.spec ?? {};
    const namespace = document.metadata.namespace ?? '';
    for (const { value = '' } of containers.flatMap(({ env = [] }) => env)) {
      const told = readAddress(value, namespace, services);
      if (told !== undefined) found.set(`${namespace} ${told.host}:${told.port} ${told.protocol}`, told);
    }
  }
  return [...found.values()];
}

function readAddress(value: string, namespace: string, services: readonly Service[]): ToldAddress | undefined {
  const [, scheme, host, number] = address.exec(value) ?? [];
  if (host === undefined) return undefined;
  const [name, where = namespace, svc = 'svc'] = host.split('.');
  const service = services.find(({ metadata }) => metadata.name === name && metadata.namespace === where);
  const port = number === undefined ? defaultPorts[scheme ?? ''] : Number(number);
  // A word that is the name of a Service by chance has no port.
  if (service === undefined || svc !== 'svc' || port === undefined) return undefined;
  const protocol = scheme === 'https' || scheme === 'wss' ? 'https' : scheme?.match(/^(http|ws)$/) ? 'http' : 'tcp';
  return { namespace, protocol, host, port, service: `${where}/${name ?? ''}` };
}

/** The ports that a host outside must answer on: those of its Service, and those that applications are told. */
export function outsidePorts({ metadata, spec }: Service, told: readonly ToldAddress[]): readonly number[] {
  const own = (spec.ports ?? []).map(({ port }) => port);
  const key = `${metadata.namespace ?? ''}/${metadata.name}`;
  const asked = told.filter(({ service }) => service === key).map(({ port }) => port);
  const all = [...new Set([...own, ...asked])];
  return all.length > 0 ? all : [80];
}
