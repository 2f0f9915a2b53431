import type { ControllerNeed } from '../../../controllers/dialect';
import { quoteList } from '../../../kubernetes/wording';
import type { HaproxyProps } from './props';
import { requireExternalNames } from '../parts/needs';

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
    if (id === 'external-name-services') return requireExternalNames(this.props);
    if (entry !== undefined) return this.requireEntry(entry);
    return `this installation has no way to set ${setting}`;
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
