import { dns1123SubdomainProblems } from '../../kubernetes/names';
import { refused } from '../dialect';
import type { LoadBalancerDialect, WishHandler } from '../dialect';
import { loadBalancerClassProblems, refuseUnsound } from '../props';

/** How MetalLB is set up. */
export interface MetalLbProps {
  /**
   * The address pool that load balancers take their addresses from.
   * @default - any pool that assigns automatically
   */
  readonly pool?: string;
  /**
   * The address pool for internal load balancers: MetalLB itself knows no difference.
   * @default - none, and internal load balancers are refused
   */
  readonly internalPool?: string;
  /**
   * The class that MetalLB serves, its flag `--lb-class`.
   * @default - Services without a class
   */
  readonly loadBalancerClass?: string;
}

/** Sources: metallb/metallb, website/content/usage/_index.md and controller/service.go. */
const keys = {
  /** A list, one address of each family of the Service; an error together with `spec.loadBalancerIP` (getDesiredLbIPs). */
  addresses: 'metallb.io/loadBalancerIPs',
  /** The name of an IPAddressPool. */
  pool: 'metallb.io/address-pool',
  /** Any text; Services with the same one may share an address. */
  sharing: 'metallb.io/allow-shared-ip',
} as const;

const addresses: WishHandler<readonly string[]> = (list, draft, { service }) => {
  const named = list.map((address) => (address.includes(':') ? 'IPv6' : 'IPv4'));
  // allocateIPs compares the families of the addresses with those of the Service.
  const isOneOfEach = new Set(named).size === list.length && list.length === service.ipFamilies.length;
  if (isOneOfEach) draft.annotate(keys.addresses, list.join(','));
  else
    draft.refuse(
      `one address of each family of the Service is needed, ${service.ipFamilies.join(' and ')}, and ${list.join(', ')} is named`,
    );
};

/** MetalLB. */
export function metalLb(props: MetalLbProps): LoadBalancerDialect {
  const { pool, internalPool, loadBalancerClass } = props;
  refuseUnsound('Provider.metalLb', [
    ...poolProblems('pool', pool),
    ...poolProblems('internalPool', internalPool),
    ...loadBalancerClassProblems('loadBalancerClass', loadBalancerClass),
  ]);
  return {
    name: 'MetalLB',
    annotationKeys: Object.values(keys),
    ...(loadBalancerClass !== undefined && { loadBalancerClass }),
    service: (draft, { wishes }) => {
      if (wishes.internal !== true && pool !== undefined) draft.annotate(keys.pool, pool);
    },
    wishes: {
      internal: (_wanted, draft) => {
        if (internalPool !== undefined) draft.annotate(keys.pool, internalPool);
        else draft.refuse('the address pool decides who reaches it: name one in Provider.metalLb({ internalPool })');
      },
      address: addresses,
      addressIds: refused('addresses have no names: give the address'),
      subnets: refused('addresses come from pools: name one in Provider.metalLb({ pool })'),
      proxyProtocol: refused('it announces addresses and touches no packets: use preserveClientIp'),
      healthCheck: refused(
        'it checks nothing itself and follows the endpoints: say when a pod is ready in its readiness probe',
      ),
      crossZone: refused('it announces addresses and spreads nothing over zones: leave it out'),
      sharingKey: (key, draft) => {
        draft.annotate(keys.sharing, key);
      },
    },
  };
}

function poolProblems(prop: string, pool: string | undefined): readonly string[] {
  return pool === undefined ? [] : dns1123SubdomainProblems(pool).map((problem) => `${prop} is '${pool}': ${problem}`);
}
