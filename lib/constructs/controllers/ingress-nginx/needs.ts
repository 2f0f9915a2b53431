import type { ControllerNeed } from '../../../controllers/dialect';
import { quoteList } from '../../../kubernetes/wording';
import type { IngressNginxProps } from './props';
import { requireExternalNames } from '../parts/needs';

type Entry = NonNullable<ControllerNeed['entry']>;

/** What routes need of an installation. */
export class IngressNginxNeeds {
  /** Whether TLS of some host is passed on. */
  passthrough = false;
  /** Whether some annotation is of the rating High. */
  highRisk = false;
  private readonly props: IngressNginxProps;
  private readonly settings = new Map<string, string>();
  private readonly allowedHeaders = new Set<string>();
  private readonly canaries = new Map<string, string>();
  private readonly ports = { tcp: new Map<string, string>(), udp: new Map<string, string>() };

  constructor(props: IngressNginxProps) {
    this.props = props;
  }

  /** Entries of its ConfigMap. */
  get configuration(): Readonly<Record<string, string>> {
    const headers = [...this.allowedHeaders];
    return {
      ...Object.fromEntries(this.settings),
      ...(headers.length > 0 ? { 'global-allowed-response-headers': headers.join(',') } : {}),
    };
  }

  /** Where the ports without HTTP lead, by port. */
  services(protocol: 'tcp' | 'udp'): Readonly<Record<string, string>> {
    return Object.fromEntries(this.ports[protocol]);
  }

  require({ id, setting, entry }: ControllerNeed): string | undefined {
    if (id === 'ssl-passthrough') return this.requirePassthrough();
    if (id === 'annotations-risk-high') return this.requireHighRisk();
    if (id === 'external-name-services') return requireExternalNames(this.props);
    if (id.startsWith('canary-')) return this.requireCanary(id, setting);
    if (entry === undefined) return `this installation has no way to set ${setting}`;
    if (id.startsWith('listen-tcp-')) return this.requirePort('tcp', entry);
    if (id.startsWith('listen-udp-')) return this.requirePort('udp', entry);
    if (id.startsWith('response-header-')) {
      this.allowedHeaders.add(entry.value);
      return undefined;
    }
    return settle(this.settings, entry, (other) => {
      return `${entry.key} of the controller holds for all routes, and another one asks for '${other}' in place of '${entry.value}': make them the same`;
    });
  }

  /** TLS then comes to nginx by the controller itself, which stands where the proxies would. */
  private requirePassthrough(): string | undefined {
    if (this.props.forwardedHeadersFrom !== undefined)
      return 'with tlsPassthrough the controller no longer sees which proxy a request by TLS came from: leave its forwardedHeadersFrom out, or install a second controller for tlsPassthrough';
    this.passthrough = true;
    return undefined;
  }

  private requireHighRisk(): string | undefined {
    if (this.props.annotationsRiskLevel === 'Medium')
      return "it takes annotations of the rating High, and the controller was installed with annotationsRiskLevel 'Medium': leave that out";
    this.highRisk = true;
    return undefined;
  }

  private requireCanary(key: string, value: string): string | undefined {
    return settle(this.canaries, { key, value }, (other) => {
      return `ingress-nginx keeps one choice for all requests that come to a canary, and another route asks for ${other}, this one for ${value}: give each a Service of its own`;
    });
  }

  private requirePort(protocol: 'tcp' | 'udp', { key, value }: Entry): string | undefined {
    const { tcpPorts = [], udpPorts = [], proxyProtocolFrom } = this.props;
    const open = (protocol === 'tcp' ? tcpPorts : udpPorts).map(String);
    if (!open.includes(key))
      return `the controller does not listen on ${key}/${protocol.toUpperCase()}: add ${key} to its ${protocol}Ports (open: ${quoteList(open)})`;
    const decoded = protocol === 'tcp' && proxyProtocolFrom !== undefined ? `${value}:PROXY` : value;
    return settle(this.ports[protocol], { key, value: decoded }, (other) => {
      return `port ${key} of the controller leads to ${other} already: take another listenPort`;
    });
  }
}

/** Takes an entry down. @returns what is told where there is another of its key */
function settle(
  entries: Map<string, string>,
  { key, value }: Entry,
  tell: (other: string) => string,
): string | undefined {
  const other = entries.get(key);
  if (other !== undefined && other !== value) return tell(other);
  entries.set(key, value);
  return undefined;
}
