import { Provider } from '../../../lib/target/provider';

/** Every provider, in every way that it can be set up. */
export const allProviders: Readonly<Record<string, Provider>> = {
  'AWS Load Balancer Controller': Provider.aws(),
  'AWS Load Balancer Controller, pods': Provider.aws({ targetType: 'ip' }),
  'AWS in-tree, classic': Provider.aws({ controller: 'in-tree' }),
  'AWS in-tree, network': Provider.aws({ controller: 'in-tree', loadBalancer: 'nlb' }),
  Azure: Provider.azure(),
  'Google Cloud': Provider.gcp(),
  'Google Cloud with subsetting': Provider.gcp({ subsetting: true }),
  OpenStack: Provider.openStack(),
  'Alibaba Cloud, classic': Provider.alibabaCloud(),
  'Alibaba Cloud, network': Provider.alibabaCloud({
    loadBalancer: 'nlb',
    zones: [
      { zone: 'cn-hangzhou-k', vSwitch: 'vsw-1' },
      { zone: 'cn-hangzhou-j', vSwitch: 'vsw-2' },
    ],
  }),
  MetalLB: Provider.metalLb(),
  'MetalLB with pools': Provider.metalLb({
    pool: 'public',
    internalPool: 'inside',
    loadBalancerClass: 'example.com/lb',
  }),
  none: Provider.none(),
};
