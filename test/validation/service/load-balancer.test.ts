import { check } from '../refusals';
import { serviceWith } from './service-with';

const loadBalancer = (spec: object): object => serviceWith({ type: 'LoadBalancer', ...spec });

describe('The class of a load balancer', () => {
  check(
    [
      ['may have a domain', { loadBalancerClass: 'example.com/internal' }, []],
      ['or none', { loadBalancerClass: 'internal' }, []],
      ['is a qualified name', { loadBalancerClass: 'a/b/c' }, ['spec.loadBalancerClass Invalid']],
      ['is not empty', { loadBalancerClass: '' }, ['spec.loadBalancerClass Invalid']],
      [
        'is for load balancers, even where it is empty',
        { type: 'NodePort', loadBalancerClass: '' },
        ['spec.loadBalancerClass Forbidden'],
      ],
    ],
    loadBalancer,
  );
});

describe('Source ranges', () => {
  const list = 'spec.LoadBalancerSourceRanges';
  check(
    [
      ['are address ranges', { loadBalancerSourceRanges: ['10.0.0.0/8', '2001:db8::/32'] }, []],
      ['with space around them', { loadBalancerSourceRanges: ['\t10.0.0.0/8 ', '\u00a010.0.0.0/8'] }, []],
      [
        'each reported on its own since 1.30',
        { loadBalancerSourceRanges: ['x', '10.0.0.0/8', null] },
        { '1.27': [`${list} Invalid`], '1.30': [`${list}[0] Invalid`, `${list}[2] Invalid`] },
      ],
      [
        'are strict since 1.36',
        { loadBalancerSourceRanges: ['10.0.0.1/8'] },
        { '1.27': [], '1.36': [`${list}[0] Invalid`] },
      ],
      [
        'of a type without a load balancer are refused twice over',
        { type: 'NodePort', loadBalancerSourceRanges: ['x'] },
        { '1.27': [`${list} Forbidden`, `${list} Invalid`], '1.30': [`${list} Forbidden`, `${list}[0] Invalid`] },
      ],
    ],
    loadBalancer,
  );
});

describe('The older annotation for source ranges', () => {
  const key = 'service.beta.kubernetes.io/load-balancer-source-ranges';
  const path = `metadata.annotations[${key}]`;
  const annotated = ({ ranges, ...spec }: { ranges?: string | null }): object => ({
    ...loadBalancer(spec),
    metadata: { name: 'web', annotations: { [key]: ranges } },
  });
  check(
    [
      ['lists ranges with commas', { ranges: '10.0.0.0/8, 192.168.0.0/16' }, []],
      ['may be empty', { ranges: ' ' }, []],
      ['holds no empty range', { ranges: '10.0.0.0/8,' }, [`${path} Invalid`]],
      ['is for load balancers', { ranges: '', type: 'ClusterIP' }, [`${path} Forbidden`]],
      ['does not count beside the field', { ranges: 'x', loadBalancerSourceRanges: ['10.0.0.0/8'] }, []],
    ],
    annotated,
  );
});
