import { check } from './refusals';

const address = { ip: '192.0.2.1' };

function endpoints(subset: object): object {
  return {
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: { name: 'web' },
    subsets: [{ addresses: [address], ports: [{ port: 80 }], ...subset }],
  };
}

describe('Endpoints', () => {
  const at = 'subsets[0]';
  check(
    [
      ['list addresses', { addresses: [], notReadyAddresses: null }, [`${at} Required`]],
      ['ready or not', { addresses: [], notReadyAddresses: [address] }, []],
      ['may have no ports', { ports: [] }, []],
      [
        'have addresses',
        { addresses: [{ ip: 'web' }, null] },
        [`${at}.addresses[0].ip Invalid`, `${at}.addresses[1].ip Invalid`],
      ],
      [
        'that traffic can be sent to',
        { notReadyAddresses: [{ ip: '127.0.0.1' }] },
        [`${at}.notReadyAddresses[0].ip Invalid`],
      ],
      [
        'that are strict since 1.36',
        { addresses: [{ ip: '192.0.2.01' }] },
        { '1.27': [], '1.36': [`${at}.addresses[0].ip Invalid`] },
      ],
      [
        'have host names that are labels',
        { addresses: [{ ...address, hostname: 'a.b' }] },
        [`${at}.addresses[0].hostname Invalid`],
      ],
      ['or nothing', { addresses: [{ ...address, hostname: '' }] }, []],
      ['have nodes', { addresses: [{ ...address, nodeName: 'node-1.example.com' }] }, []],
      ['with a name', { addresses: [{ ...address, nodeName: '' }] }, [`${at}.addresses[0].nodeName Invalid`]],
      [
        'name their ports where there are several',
        { ports: [{ port: 80 }, { name: 'b', port: 81 }] },
        [`${at}.ports[0].name Required`],
      ],
      [
        'which may be the same',
        {
          ports: [
            { name: 'a', port: 80 },
            { name: 'a', port: 80 },
          ],
        },
        [],
      ],
      [
        'have sound ports',
        { ports: [{ name: 'A', port: 0, protocol: 'x', appProtocol: '' }] },
        [
          `${at}.ports[0].name Invalid`,
          `${at}.ports[0].port Invalid`,
          `${at}.ports[0].protocol NotSupported`,
          `${at}.ports[0].appProtocol Invalid`,
        ],
      ],
    ],
    endpoints,
  );
});
