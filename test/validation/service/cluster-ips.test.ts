import { check, type Case } from '../refusals';
import { serviceWith } from './service-with';

const v4 = '10.96.0.10';
const v6 = 'fd00::10';
const plural = 'spec.clusterIPs';
const families = 'spec.ipFamilies';
const policy = 'spec.ipFamilyPolicy';

/** What is settled among the fields alone, whatever the cluster has. */
const consistency: readonly Case[] = [
  ['the plural is filled in from the singular', { clusterIP: v4 }, []],
  ['but not the other way round', { clusterIPs: [v4] }, [`${plural} Invalid`]],
  ['the first address is that of the singular', { clusterIP: v4, clusterIPs: ['10.96.0.11'] }, [`${plural} Invalid`]],
  ['an address is one', { clusterIP: 'x' }, [`${plural}[0] Invalid`]],
  ['an empty one is none', { clusterIP: v4, clusterIPs: [v4, ''] }, [`${plural}[1] Invalid`]],
  ['empty ones are not even there', { clusterIP: '', clusterIPs: [''] }, [`${plural} Invalid`, `${plural}[0] Invalid`]],
  ['None stands alone', { clusterIP: 'None', clusterIPs: ['None', v4] }, [`${plural} Invalid`]],
  ['None comes first', { clusterIP: v4, clusterIPs: [v4, 'None'] }, [`${plural}[1] Invalid`]],
  ['there are two at most', { clusterIP: v4, clusterIPs: [v4, v6, '10.96.0.11'] }, [`${plural} Invalid`]],
  ['one of each family', { clusterIP: v4, clusterIPs: [v4, '10.96.0.11'] }, [`${plural} Invalid`]],
  ['of the families asked for', { clusterIP: v4, ipFamilies: ['IPv6'] }, [`${plural}[0] Invalid`]],
  [
    'families are IPv4 and IPv6',
    { ipFamilies: ['ipv4', null] },
    [`${families}[0] NotSupported`, `${families}[1] NotSupported`],
  ],
  ['each one once', { ipFamilies: ['IPv4', 'IPv4'] }, [`${families}[1] Duplicate`]],
  ['the policy is one of three', { ipFamilyPolicy: 'DualStack' }, [`${policy} NotSupported`]],
  ['and not empty', { ipFamilyPolicy: '' }, [`${policy} NotSupported`]],
  [
    'one family is all that a single stack has',
    { ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv4', 'IPv6'] },
    [`${policy} Invalid`],
  ],
  ['which is the default', { ipFamilies: ['IPv4', 'IPv6'] }, [`${policy} Invalid`]],
  ['one address too', { clusterIP: v4, clusterIPs: [v4, v6], ipFamilies: ['IPv4', 'IPv6'] }, [`${policy} Invalid`]],
  [
    'what is found here hides the rest',
    { clusterIP: 'x', type: 'x', ports: [], sessionAffinity: 'x', selector: { '-': '-' } },
    [`${plural}[0] Invalid`],
  ],
  ['addresses are strict since 1.36', { clusterIP: '10.96.0.010' }, { '1.27': [], '1.36': [`${plural}[0] Invalid`] }],
];

/** Headless Services without a selector stand for anything: even for families that the cluster does not have. */
const withoutPods: readonly Case[] = [
  ['headless without a selector', { clusterIP: 'None', selector: null, ipFamilies: ['IPv6'] }, []],
  ['headless without a selector, both families', { clusterIP: 'None', selector: {}, ipFamilies: ['IPv6', 'IPv4'] }, []],
  [
    'headless without a selector, two families in a single stack',
    { clusterIP: 'None', selector: {}, ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'SingleStack' },
    [`${policy} Invalid`],
  ],
];

describe('Cluster IPs and families', () => {
  check(consistency, serviceWith);
  check(withoutPods, serviceWith);
});

describe('In a cluster with IPv4 alone', () => {
  check(
    [
      ['a single stack is what there is', { ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv4'] }, []],
      ['two are preferred in vain', { ipFamilyPolicy: 'PreferDualStack' }, []],
      ['two are not to be had', { ipFamilyPolicy: 'RequireDualStack' }, [`${policy} Invalid`]],
      ['IPv6 is not either', { ipFamilies: ['IPv6'] }, [`${families}[0] Invalid`]],
      [
        'nor preferred',
        { ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'PreferDualStack' },
        [`${families}[1] Invalid`],
      ],
      ['nor by address', { clusterIP: v6 }, [`${plural}[0] Invalid`]],
      [
        'nor for a headless Service with a selector',
        { clusterIP: 'None', ipFamilies: ['IPv6'] },
        [`${families}[0] Invalid`],
      ],
      [
        'all at once',
        { ipFamilies: ['IPv6', 'IPv4'], ipFamilyPolicy: 'RequireDualStack' },
        [`${policy} Invalid`, `${families}[0] Invalid`],
      ],
    ],
    serviceWith,
  );
});

describe('In a cluster with both families', () => {
  const both = { ipFamilies: ['IPv4' as const, 'IPv6' as const] };
  check(consistency, serviceWith, both);
  check(withoutPods, serviceWith, both);
  check(
    [
      ['either one will do', { ipFamilies: ['IPv6'] }, []],
      ['both are to be had', { ipFamilyPolicy: 'RequireDualStack' }, []],
      ['in any order', { ipFamilies: ['IPv6', 'IPv4'], ipFamilyPolicy: 'PreferDualStack' }, []],
      ['by address', { clusterIP: v6, clusterIPs: [v6, v4], ipFamilyPolicy: 'RequireDualStack' }, []],
      [
        'in the order of the families',
        { clusterIP: v6, clusterIPs: [v6, v4], ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'RequireDualStack' },
        [`${plural}[0] Invalid`, `${plural}[1] Invalid`],
      ],
    ],
    serviceWith,
    both,
  );
});

describe('In a cluster with IPv6 alone', () => {
  check(
    [
      ['that is the default', {}, []],
      ['and IPv4 is not to be had', { clusterIP: v4 }, [`${plural}[0] Invalid`]],
      ['not by family either', { ipFamilies: ['IPv4'] }, [`${families}[0] Invalid`]],
    ],
    serviceWith,
    { ipFamilies: ['IPv6'] },
  );
});
