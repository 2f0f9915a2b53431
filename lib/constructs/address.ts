import type { IConstruct } from 'constructs';
import { quoteList } from '../kubernetes/wording';
import { ConstructError } from './construct-error';
import type { WrittenService } from './exposures/write-exposures';
import type { AppPort, AppPorts } from './ports';

/** How other applications of the cluster reach an application. */
export class Addresses {
  private readonly scope: IConstruct;
  private readonly ports: AppPorts;
  private readonly services: readonly WrittenService[];
  private readonly domain: string;

  /** @param domain what follows the name of a Service: `.shop.svc.cluster.local`, or nothing where the namespace is not known. */
  constructor(scope: IConstruct, ports: AppPorts, services: readonly WrittenService[], domain: string) {
    this.scope = scope;
    this.ports = ports;
    this.services = services;
    this.domain = domain;
  }

  /** `name:number` of the first Service that offers the port, or of the one named. */
  address(portName: string, service: string | undefined): string {
    const { host, number } = this.find(portName, service);
    return `${host}:${number}`;
  }

  url(portName: string, service: string | undefined): string {
    const { host, number, port } = this.find(portName, service);
    const scheme = schemeOf(port);
    const usual = (scheme === 'http' && number === 80) || (scheme === 'https' && number === 443);
    return `${scheme}://${host}${usual ? '' : `:${number}`}`;
  }

  private find(portName: string, service: string | undefined): { host: string; number: number; port: AppPort } {
    const port = this.ports.named(portName, 'An address');
    const candidates = service === undefined ? this.services : this.services.filter(({ name }) => name === service);
    for (const { name, numbers } of candidates) {
      const number = numbers.get(portName);
      if (number !== undefined) return { host: name + this.domain, number, port };
    }
    const known = quoteList(this.services.map(({ name }) => name));
    throw new ConstructError(
      this.scope,
      service === undefined
        ? `No Service offers the port '${portName}', so there is no address that stays. Its Services: ${known}. Add Exposure.clusterIp().`
        : `The Service '${service}' does not offer the port '${portName}'. The Services of this application: ${known}.`,
    );
  }
}

/** The scheme follows from what is spoken on the port; its name counts where that is not said, as for Istio. */
function schemeOf({ name, appProtocol = name.split('-', 1)[0] ?? '' }: AppPort): 'http' | 'https' | 'ws' | 'wss' {
  const protocol = appProtocol.toLowerCase().replace(/^kubernetes\.io\//, '');
  if (protocol === 'ws' || protocol === 'wss') return protocol;
  return protocol === 'https' || protocol === 'tls' ? 'https' : 'http';
}
