import type { ControllerNeed } from '../../../controllers/dialect';
import { quoteList } from '../../../kubernetes/wording';
import type { TraefikProps } from './install';

/** What routes need of an installation, as far as it is not given to all of them. */
export class TraefikNeeds {
  private readonly props: TraefikProps;
  private readonly makeDefinitions: () => void;
  private reads = false;

  constructor(props: TraefikProps, makeDefinitions: () => void) {
    this.props = props;
    this.makeDefinitions = makeDefinitions;
  }

  /** Whether it reads its own kinds. */
  get customResources(): boolean {
    return this.reads;
  }

  begin(): void {
    const { customResources } = this.props;
    if (customResources === 'install' || customResources === 'present') this.readCustomResources();
  }

  require({ id, setting }: ControllerNeed): string | undefined {
    if (id === 'crd-provider') return this.requireCustomResources();
    if (id === 'external-name-services') return this.requireExternalNames();
    if (id.startsWith('listen-')) return this.requirePort(id.slice('listen-'.length));
    return ['strict-prefix', 'entry-points'].includes(id)
      ? undefined
      : `this installation has no way to set ${setting}`;
  }

  private requireCustomResources(): string | undefined {
    if (this.props.customResources === 'none')
      return "it takes Traefik's own kinds, and the controller was installed with customResources 'none': leave that out";
    this.readCustomResources();
    return undefined;
  }

  private readCustomResources(): void {
    if (this.reads) return;
    this.reads = true;
    if (this.props.customResources !== 'present') this.makeDefinitions();
  }

  private requireExternalNames(): string | undefined {
    if (this.props.externalNameServices === true) return undefined;
    return (
      'the controller follows no Service of type ExternalName: set its externalNameServices, and mind that whoever may write a Service ' +
      'then reaches through it what it reaches'
    );
  }

  /** @param entryPoint `tcp-5432` */
  private requirePort(entryPoint: string): string | undefined {
    const { tcpPorts = [], udpPorts = [] } = this.props;
    const open = [...tcpPorts.map((port) => `tcp-${port}`), ...udpPorts.map((port) => `udp-${port}`)];
    if (open.includes(entryPoint)) return undefined;
    const [protocol = '', port = ''] = entryPoint.split('-');
    return `the controller does not listen on ${port}/${protocol.toUpperCase()}: add ${port} to its ${protocol}Ports (open: ${quoteList(open)})`;
  }
}
