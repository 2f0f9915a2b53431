import type { ControllerNeed } from '../../../controllers/dialect';
import type { NginxProps } from './props';
import { requireListener } from '../parts/needs';

/** What routes need of an installation, as far as it is not given to all of them. */
export class NginxNeeds {
  private readonly props: NginxProps;
  private readonly makeDefinitions: () => void;
  private reads = false;
  private readonly flags = new Set<string>();

  constructor(props: NginxProps, makeDefinitions: () => void) {
    this.props = props;
    this.makeDefinitions = makeDefinitions;
  }

  /** Whether it reads its own kinds. */
  get customResources(): boolean {
    return this.reads;
  }

  /** Whether a route hands TLS on. */
  get passthrough(): boolean {
    return this.flags.has('tls-passthrough');
  }

  /** Whether a route is for every host. */
  get emptyHost(): boolean {
    return this.flags.has('empty-host');
  }

  begin(): void {
    const { customResources, tcpPorts = [], udpPorts = [] } = this.props;
    if (customResources === 'install' || customResources === 'present' || tcpPorts.length + udpPorts.length > 0)
      this.readCustomResources();
  }

  require({ id, setting }: ControllerNeed): string | undefined {
    if (id === 'custom-resources') return this.requireCustomResources();
    if (id.startsWith('listen-')) return requireListener(this.props, id.slice('listen-'.length));
    if (id === 'http2') return undefined;
    if (!['tls-passthrough', 'empty-host'].includes(id)) return `this installation has no way to set ${setting}`;
    this.flags.add(id);
    return undefined;
  }

  private requireCustomResources(): string | undefined {
    if (this.props.customResources === 'none')
      return "it takes the controller's own kinds, and the controller was installed with customResources 'none': leave that out";
    this.readCustomResources();
    return undefined;
  }

  private readCustomResources(): void {
    if (this.reads) return;
    this.reads = true;
    if (this.props.customResources !== 'present') this.makeDefinitions();
  }
}
