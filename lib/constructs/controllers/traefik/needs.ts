import type { ControllerNeed } from '../../../controllers/dialect';
import type { TraefikProps } from './install';
import { requireExternalNames, requireListener } from '../parts/needs';

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
    if (id === 'external-name-services') return requireExternalNames(this.props);
    if (id.startsWith('listen-')) return requireListener(this.props, id.slice('listen-'.length));
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
}
