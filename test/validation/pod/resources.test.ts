import { check } from '../refusals';
import { checkContainers, containerWith, deploymentWith, podWith } from './container-cases';

const limits = (list: object): object => ({ resources: { limits: list, requests: { cpu: '1m' } } });
/** In a Pod, requests follow the limits, and are looked at like them. */
const both = (name: string, type: string): string[] => [
  `resources.limits[${name}] ${type}`,
  `resources.requests[${name}] ${type}`,
];

describe('The name of a resource', () => {
  checkContainers([
    ['is standard', limits({ cpu: '1', memory: '1Gi', 'ephemeral-storage': '1Gi', 'hugepages-2Mi': '2Mi' }), []],
    ['and one of containers', limits({ storage: '1Gi' }), both('storage', 'Invalid')],
    ['or has a domain', limits({ 'example.com/gpu': 1 }), []],
    ['and is a qualified name', limits({ 'example.com/g p u': 1 }), both('example.com/g p u', 'Invalid')],
    ['that leaves room for a prefix', limits({ [`example.com/${'a'.repeat(63)}`]: 1 }), []],
    [
      'which it does not have itself',
      limits({ 'requests.example.com/gpu': 1 }),
      both('requests.example.com/gpu', 'Invalid'),
    ],
    ['of the project may be anything', limits({ 'kubernetes.io/what': '1m' }), []],
  ]);
});

describe('The amount of a resource', () => {
  checkContainers([
    ['may be null, which is 0', { resources: { limits: { cpu: null } } }, []],
    ['is not negative', limits({ memory: '-1' }), both('memory', 'Invalid')],
    [
      'is rounded up, even if that makes it the limit',
      { resources: { limits: { cpu: '1m' }, requests: { cpu: '0.0001' } } },
      [],
    ],
    ['is whole where it is counted', limits({ 'example.com/gpu': '1500m' }), both('example.com/gpu', 'Invalid')],
    ['after it is rounded up', limits({ 'example.com/gpu': '0.9999999' }), []],
    ['or where the server loses the digits', limits({ 'example.com/gpu': '9223372036854775808Ki' }), []],
    [
      'but not where they wrap around',
      limits({ 'example.com/gpu': '99999999999999999.9' }),
      both('example.com/gpu', 'Invalid'),
    ],
    ['of huge pages is a number of pages', limits({ 'hugepages-2Mi': '3Mi' }), both('hugepages-2Mi', 'Invalid')],
    ['which have a size', limits({ 'hugepages-': '1' }), both('hugepages-', 'Invalid')],
    ['above 0', limits({ 'hugepages-0': '1' }), both('hugepages-0', 'Invalid')],
  ]);
});

describe('Requests and limits', () => {
  const gpu = (limit: string, request: string): object => ({
    resources: { limits: { 'example.com/gpu': limit }, requests: { 'example.com/gpu': request } },
  });
  checkContainers([
    ['fit', { resources: { limits: { cpu: '1' }, requests: { cpu: '1001m' } } }, ['resources.requests Invalid']],
    ['in any notation', { resources: { limits: { memory: '1Mi' }, requests: { memory: '1048576' } } }, []],
    ['are equal for extended resources', gpu('2', '1'), ['resources.requests Invalid']],
    [
      'of which there is a limit',
      { resources: { requests: { 'example.com/gpu': '1' } } },
      ['resources.limits Required'],
    ],
    [
      'of huge pages come with cpu or memory',
      { resources: { limits: { 'hugepages-2Mi': '2Mi' } } },
      ['resources Forbidden'],
    ],
  ]);
  const containers = [containerWith({ resources: { limits: { 'example.com/gpu': '1' } } })];
  check([['need not both be there in a Pod', containers, []]], (list) => podWith({ containers: list }));
  check([['nor in a template', containers, []]], (list) => deploymentWith({ containers: list }));
});

describe('A claim of a container', () => {
  const resourceClaims = [{ name: 'gpu', resourceClaimName: 'gpu' }];
  const at = 'spec.template.spec.containers[0].resources.claims';
  const unknown = { '1.27': ['spec.template.spec.resourceClaims[0].resourceClaimName Decode'], '1.31': [] };
  check(
    [
      ['is one of the pod', [{ name: 'gpu' }], unknown],
      ['has a name', [{}], { ...unknown, '1.34': [`${at}[0] Required`] }],
      ['is known', [{ name: 'disk' }], { ...unknown, '1.34': [`${at}[0] NotFound`] }],
      ['is there once', [{ name: 'gpu' }, { name: 'gpu' }], { ...unknown, '1.34': [`${at}[1] Duplicate`] }],
    ],
    (claims) => deploymentWith({ resourceClaims, containers: [containerWith({ resources: { claims } })] }),
  );
});
