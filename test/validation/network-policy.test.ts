import { check } from './refusals';

function policy(spec: object): object {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'web' },
    spec: { podSelector: {}, ...spec },
  };
}

const fromPeer = (peer: object): object => policy({ ingress: [{ from: [peer] }] });

describe('A NetworkPolicy', () => {
  check(
    [
      ['may be all empty', {}, []],
      ['selects pods', { podSelector: { matchLabels: { '-': 'a' } } }, ['spec.podSelector.matchLabels Invalid']],
      ['is about both directions', { policyTypes: ['Ingress', 'Egress'] }, []],
      ['even about one of them twice', { policyTypes: ['Ingress', 'Ingress'] }, []],
      [
        'and no others',
        { policyTypes: ['ingress', ''] },
        ['spec.policyTypes[0] NotSupported', 'spec.policyTypes[1] NotSupported'],
      ],
      ['of which there are two', { policyTypes: ['x', 'y', 'z'] }, ['spec.policyTypes Invalid']],
      ['lets all in with an empty rule', { ingress: [{}], egress: [null] }, []],
    ],
    policy,
  );
});

describe('A port of a NetworkPolicy', () => {
  const at = 'spec.egress[0].ports[0]';
  check(
    [
      ['may be any', {}, []],
      ['is a number or a name', { port: 'web' }, []],
      ['in range', { port: 0 }, [`${at}.port Invalid`]],
      ['and in form', { port: 'Web' }, [`${at}.port Invalid`]],
      ['speaks a known protocol', { protocol: '' }, [`${at}.protocol NotSupported`]],
      ['may begin a range', { port: 80, endPort: 80 }, []],
      ['that does not end before it', { port: 80, endPort: 79 }, [`${at}.endPort Invalid`]],
      ['nor beyond all ports', { port: 80, endPort: 65_536 }, [`${at}.endPort Invalid`]],
      ['if it is a number', { port: 'web', endPort: 81 }, [`${at}.endPort Invalid`]],
      ['and there', { endPort: 81 }, [`${at}.endPort Invalid`]],
    ],
    (port) => policy({ egress: [{ ports: [port] }] }),
  );
});

describe('A peer of a NetworkPolicy', () => {
  const at = 'spec.ingress[0].from[0]';
  const block = { cidr: '10.0.0.0/8' };
  check(
    [
      ['is a selection of pods', { podSelector: {} }, []],
      ['in a selection of namespaces', { podSelector: {}, namespaceSelector: {} }, []],
      ['or a block of addresses', { ipBlock: block }, []],
      ['or there is none', {}, [`${at} Required`]],
      ['but not all of it', { ipBlock: block, podSelector: {} }, [`${at} Forbidden`]],
      [
        'selects soundly',
        { namespaceSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } },
        [`${at}.namespaceSelector.matchExpressions[0].values Required`],
      ],
    ],
    fromPeer,
  );
});

describe('A block of addresses', () => {
  const at = 'spec.ingress[0].from[0].ipBlock';
  check(
    [
      ['is a range', { cidr: '10.0.0.1' }, [`${at}.cidr Invalid`]],
      ['that is given', { cidr: '' }, [`${at}.cidr Required`]],
      ['strict since 1.36', { cidr: '10.0.0.1/8' }, { '1.27': [], '1.36': [`${at}.cidr Invalid`] }],
      ['has exceptions within', { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] }, []],
      ['smaller than itself', { cidr: '10.0.0.0/8', except: ['10.0.0.0/8'] }, [`${at}.except[0] Invalid`]],
      ['and not elsewhere', { cidr: '10.0.0.0/8', except: ['11.0.0.0/16'] }, [`${at}.except[0] Invalid`]],
      ['nor in the other family', { cidr: '10.0.0.0/8', except: ['2001:db8::/32'] }, [`${at}.except[0] Invalid`]],
      [
        'whose first fault hid the rest before 1.30',
        { cidr: '10.0.0.0/8', except: ['x', '11.0.0.0/16'] },
        { '1.27': [`${at}.except[0] Invalid`], '1.30': [`${at}.except[0] Invalid`, `${at}.except[1] Invalid`] },
      ],
      ['which are not looked at where it is none itself', { cidr: 'x', except: ['x'] }, [`${at}.cidr Invalid`]],
    ],
    (ipBlock) => fromPeer({ ipBlock }),
  );
});
