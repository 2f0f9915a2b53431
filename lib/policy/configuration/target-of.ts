import type { ExistingObject } from '../../target/existing-objects';
import { Provider } from '../../target/provider';
import { Target, type TargetIngressClass } from '../../target/target';

/** A target as it stands in the file, after its schema has been checked. */
export interface WrittenTarget {
  readonly folders: readonly string[];
  readonly kubernetes?: string;
  readonly provider?: ProviderName | Partial<Record<ProviderName, object>>;
  readonly nodePortRange?: readonly [number, number];
  readonly ipFamilies?: readonly ('IPv4' | 'IPv6')[];
  readonly ingressClasses?: readonly (string | TargetIngressClass)[];
  readonly loadBalancerClasses?: readonly string[];
  readonly clusterDomain?: string;
  readonly exists?: readonly ExistingObject[];
}

type ProviderName = 'none' | 'aws' | 'azure' | 'gcp' | 'openStack' | 'metalLb' | 'alibabaCloud';

/** The schema knows names and options; what goes together the providers say themselves. */
const providers: Readonly<Record<ProviderName, (options: object) => Provider>> = {
  none: () => Provider.none(),
  aws: (options) => Provider.aws(options),
  azure: () => Provider.azure(),
  gcp: (options) => Provider.gcp(options),
  openStack: () => Provider.openStack(),
  metalLb: (options) => Provider.metalLb(options),
  alibabaCloud: (options) => Provider.alibabaCloud(options),
};

/** @throws Error that says what is wrong with it */
export function targetOf({ provider, ...props }: Omit<WrittenTarget, 'folders'>): Target {
  return new Target({ ...props, ...(provider === undefined ? {} : { provider: providerOf(provider) }) });
}

function providerOf(provider: NonNullable<WrittenTarget['provider']>): Provider {
  const [[name, options] = ['none', {}]] = Object.entries(typeof provider === 'string' ? { [provider]: {} } : provider);
  return providers[name as ProviderName](options);
}
