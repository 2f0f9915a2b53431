import type { ControllerNeed } from '../../../controllers/dialect';
import { quoteList } from '../../../kubernetes/wording';
import type { HaproxyProps } from './props';

/** What routes need of an installation. */
export class HaproxyNeeds {
  private readonly props: HaproxyProps;
  private readonly entries = new Map<string, string>();

  constructor(props: HaproxyProps) {
    this.props = props;
  }

  /** Where the ports without HTTP lead, by port. */
  get tcpServices(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.entries);
  }

  require({ id, setting, entry }: ControllerNeed): string | undefined {
    if (id === 'redirect-port') return undefined;
    if (id === 'external-name-services') return this.requireExternalNames();
    if (entry !== undefined) return this.requireEntry(entry);
    return `this installation has no way to set ${setting}`;
  }

  private requireExternalNames(): string | undefined {
    if (this.props.externalNameServices === true) return undefined;
    return (
      'the controller follows no Service of type ExternalName: set its externalNameServices, and mind that whoever may write a Service ' +
      'then reaches through it what it reaches'
    );
  }

  private requireEntry({ key, value }: NonNullable<ControllerNeed['entry']>): string | undefined {
    const { tcpPorts = [] } = this.props;
    if (!tcpPorts.map(String).includes(key))
      return `the controller does not listen on ${key}/TCP: add ${key} to its tcpPorts (open: ${quoteList(tcpPorts.map(String))})`;
    const other = this.entries.get(key);
    if (other !== undefined && other !== value)
      return `port ${key} of the controller leads to ${other} already: take another listenPort`;
    this.entries.set(key, value);
    return undefined;
  }
}
