import { check } from './refusals';

function slice(written: object): object {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'web-1' },
    addressType: 'IPv4',
    endpoints: [{ addresses: ['192.0.2.1'] }],
    ...written,
  };
}

function addresses(addressType: string, ...list: (string | null)[]): object {
  return { addressType, endpoints: [{ addresses: list }] };
}

const at = 'endpoints[0]';

describe('The addresses of an EndpointSlice', () => {
  check(
    [
      ['are of one type', { addressType: 'ipv4' }, ['addressType NotSupported']],
      ['that is given', { addressType: null }, ['addressType Required']],
      [
        'and are not looked at without it',
        { addressType: 'x', endpoints: [{ addresses: ['-'] }] },
        ['addressType NotSupported'],
      ],
      ['may be missing', { endpoints: null }, []],
      ['are one at least', addresses('IPv4'), [`${at}.addresses Required`]],
      ['and 100 at most', addresses('IPv4', ...Array<string>(101).fill('192.0.2.1')), [`${at}.addresses TooMany`]],
      ['are addresses', addresses('IPv4', 'web', null), [`${at}.addresses[0] Invalid`, `${at}.addresses[1] Invalid`]],
      ['that traffic can be sent to', addresses('IPv6', 'fe80::1'), [`${at}.addresses[0] Invalid`]],
      [
        'are of the family, which is said of the list since 1.33',
        addresses('IPv4', '2001:db8::1'),
        { '1.27': [`${at}.addresses[0] Invalid`], '1.33': [`${at}.addresses Invalid`] },
      ],
      [
        'IPv6 too',
        addresses('IPv6', '192.0.2.1'),
        { '1.27': [`${at}.addresses[0] Invalid`], '1.33': [`${at}.addresses Invalid`] },
      ],
      [
        'of both kinds of fault both are told',
        addresses('IPv4', '::1'),
        { '1.27': [`${at}.addresses[0] Invalid`], '1.33': [`${at}.addresses Invalid`, `${at}.addresses[0] Invalid`] },
      ],
      [
        'are strict since 1.36',
        addresses('IPv4', '192.0.2.01'),
        { '1.27': [], '1.36': [`${at}.addresses[0] Invalid`] },
      ],
      [
        'of IPv6 are canonical since 1.33',
        addresses('IPv6', '2001:DB8::1', '2001:db8:0::1'),
        { '1.27': [], '1.33': [`${at}.addresses[0] Invalid`, `${at}.addresses[1] Invalid`] },
      ],
      ['are domains', addresses('FQDN', 'shop.example.com', 'example.com.'), []],
      [
        'of two parts at least',
        addresses('FQDN', 'shop', ''),
        [`${at}.addresses[0] Invalid`, `${at}.addresses[1] Required`],
      ],
      ['with labels for parts', addresses('FQDN', `${'a'.repeat(64)}.com`), [`${at}.addresses[0] Invalid`]],
    ],
    slice,
  );
});

describe('An endpoint', () => {
  const endpoint = (written: object): object => slice({ endpoints: [{ addresses: ['192.0.2.1'], ...written }] });
  const names = (count: number): { name: string }[] =>
    Array.from({ length: count }, (_, index) => ({ name: `n${index}` }));
  const unknown = ['endpoints[0].hints.forNodes Decode'];
  check(
    [
      ['has a host name that is a label', { hostname: 'a.b' }, [`${at}.hostname Invalid`]],
      ['which is not empty', { hostname: '' }, [`${at}.hostname Invalid`]],
      ['is on a node', { nodeName: 'Node' }, [`${at}.nodeName Invalid`]],
      ['is in any zone', { zone: 'x y' }, []],
      ['has topology labels that the server drops', { deprecatedTopology: { '-': '-' } }, []],
      ['may be for some zones', { hints: { forZones: names(8) } }, []],
      ['but for eight at most', { hints: { forZones: names(9) } }, [`${at}.hints.forZones TooMany`]],
      [
        'each one once and a label value',
        { hints: { forZones: [{ name: 'a' }, { name: 'a' }, { name: '-' }, { name: '' }] } },
        [`${at}.hints.forZones[1].name Duplicate`, `${at}.hints.forZones[2].name Invalid`],
      ],
      [
        'may be for some nodes; the hint is dropped before 1.34',
        { hints: { forNodes: [{ name: 'a' }, { name: 'a' }, { name: '' }] } },
        {
          '1.27': unknown,
          '1.33': [],
          '1.34': [`${at}.hints.forNodes[1].name Duplicate`, `${at}.hints.forNodes[2].name Invalid`],
        },
      ],
      [
        'and for eight at most',
        { hints: { forNodes: names(9) } },
        { '1.27': unknown, '1.33': [], '1.34': [`${at}.hints.forNodes TooMany`] },
      ],
    ],
    endpoint,
  );
});

describe('The limits of an EndpointSlice', () => {
  const many = (count: number, entry: (index: number) => object): object[] =>
    Array.from({ length: count }, (_, index) => entry(index));
  check(
    [
      ['are a thousand endpoints', { endpoints: many(1001, () => ({ addresses: ['x'] })) }, ['endpoints TooMany']],
      ['and twenty thousand ports', { ports: many(20_001, () => ({ protocol: 'x' })) }, ['ports TooMany']],
    ],
    slice,
  );
});

describe('The ports of an EndpointSlice', () => {
  check(
    [
      ['have names of their own', { ports: [{ name: 'a' }, { name: 'a' }] }, ['ports[1].name Duplicate']],
      ['no name is a name', { ports: [{ port: 80 }, { port: 81, name: '' }] }, ['ports[1].name Duplicate']],
      ['have labels for names', { ports: [{ name: 'A' }] }, ['ports[0].name Invalid']],
      ['have any number', { ports: [{ port: 70_000 }] }, []],
      [
        'speak a known protocol',
        { ports: [{ protocol: 'HTTP' }, { name: 'b', protocol: '' }] },
        ['ports[0].protocol NotSupported', 'ports[1].protocol NotSupported'],
      ],
      ['name an application protocol', { ports: [{ appProtocol: 'a/b/c' }] }, ['ports[0].appProtocol Invalid']],
    ],
    slice,
  );
});
