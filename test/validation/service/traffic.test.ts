import { check } from '../refusals';
import { serviceWith } from './service-with';

describe('The external traffic policy', () => {
  const field = 'spec.externalTrafficPolicy';
  check(
    [
      ['is Cluster or Local', { type: 'NodePort', externalTrafficPolicy: 'local' }, [`${field} NotSupported`]],
      ['is Cluster where it is empty', { type: 'LoadBalancer', externalTrafficPolicy: '' }, []],
      ['is for traffic from outside', { externalTrafficPolicy: 'Cluster' }, [`${field} Invalid`]],
      [
        'which external IPs bring since 1.29',
        { externalIPs: ['192.0.2.1'], externalTrafficPolicy: 'Local' },
        { '1.27': [`${field} Invalid`], '1.29': [] },
      ],
      [
        'to a ClusterIP, not to an ExternalName',
        { type: 'ExternalName', externalName: 'a.b', externalIPs: ['192.0.2.1'], externalTrafficPolicy: 'Local' },
        [`${field} Invalid`],
      ],
    ],
    serviceWith,
  );
});

describe('The internal traffic policy', () => {
  check(
    [
      ['is Cluster or Local', { internalTrafficPolicy: 'Local' }, []],
      ['and not empty', { internalTrafficPolicy: '' }, ['spec.internalTrafficPolicy NotSupported']],
    ],
    serviceWith,
  );
});

describe('The traffic distribution', () => {
  const unknown = ['spec.trafficDistribution Decode'];
  const refused = ['spec.trafficDistribution NotSupported'];
  check(
    [
      ['PreferClose', { trafficDistribution: 'PreferClose' }, { '1.27': unknown, '1.30': [] }],
      [
        'PreferSameZone',
        { trafficDistribution: 'PreferSameZone' },
        { '1.27': unknown, '1.30': [], '1.31': refused, '1.34': [] },
      ],
      [
        'PreferSameNode',
        { trafficDistribution: 'PreferSameNode' },
        { '1.27': unknown, '1.30': [], '1.31': refused, '1.34': [] },
      ],
      [
        'anything else is dropped by 1.30',
        { trafficDistribution: 'x' },
        { '1.27': unknown, '1.30': [], '1.31': refused },
      ],
    ],
    serviceWith,
  );
});
