import { check } from '../refusals';
import { serviceWith } from './service-with';

describe('The type of a Service', () => {
  check(
    [
      ['is ClusterIP where it is not given', { type: '' }, []],
      ['is one of four, in this spelling', { type: 'clusterip' }, ['spec.type NotSupported']],
      [
        'decides nothing else where it is none of them',
        { type: 'x', ports: [{ port: 80, nodePort: 1 }] },
        ['spec.type NotSupported'],
      ],
    ],
    serviceWith,
  );
});

describe('The name of a Service', () => {
  const named = (name: object): object => ({ ...serviceWith({}), metadata: name });
  check(
    [
      ['may begin with a digit since 1.36', { name: '1web' }, { '1.27': ['metadata.name Invalid'], '1.36': [] }],
      ['holds no dots', { name: 'web.shop' }, ['metadata.name Invalid']],
      ['may be made by the server', { generateName: 'web-' }, []],
      ['is needed', {}, ['metadata.name Required']],
    ],
    named,
  );
});

describe('An ExternalName', () => {
  const external = (spec: object): object => serviceWith({ type: 'ExternalName', ports: null, ...spec });
  check(
    [
      ['is a DNS name', { externalName: 'shop.example.com' }, []],
      ['may end with one dot', { externalName: 'shop.example.com.' }, []],
      ['but not with two', { externalName: 'shop.example.com..' }, ['spec.externalName Invalid']],
      ['is needed', {}, ['spec.externalName Required']],
      ['is more than a dot', { externalName: '.' }, ['spec.externalName Required']],
      ['is no URL', { externalName: 'http://shop.example.com' }, ['spec.externalName Invalid']],
      ['may look like an address', { externalName: '10.0.0.1' }, []],
      [
        'comes without addresses',
        { externalName: 'a.b', clusterIPs: ['10.96.0.1'], ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' },
        ['spec.clusterIPs Forbidden', 'spec.ipFamilies Forbidden', 'spec.ipFamilyPolicy Forbidden'],
      ],
    ],
    external,
  );
});

describe('External IPs', () => {
  check(
    [
      ['are addresses of either family', { externalIPs: ['192.0.2.1', '2001:db8::1'] }, []],
      [
        'are addresses that traffic can be sent to',
        { externalIPs: ['127.0.0.1', '0.0.0.0', '169.254.0.1', '224.0.0.1', 'fe80::1', 'x', null] },
        [0, 1, 2, 3, 4, 5, 6].map((position) => `spec.externalIPs[${position}] Invalid`),
      ],
      [
        'are strict since 1.36',
        { externalIPs: ['192.0.02.1', '::ffff:192.0.2.1'] },
        { '1.27': [], '1.36': ['spec.externalIPs[0] Invalid', 'spec.externalIPs[1] Invalid'] },
      ],
    ],
    serviceWith,
  );
});

describe('Session affinity', () => {
  const timeout = (timeoutSeconds: number): object => ({
    sessionAffinity: 'ClientIP',
    sessionAffinityConfig: { clientIP: { timeoutSeconds } },
  });
  const path = 'spec.sessionAffinityConfig.clientIP.timeoutSeconds';
  check(
    [
      ['is none or by client IP', { sessionAffinity: 'Cookie' }, ['spec.sessionAffinity NotSupported']],
      ['is none where it is empty', { sessionAffinity: '' }, []],
      ['lasts for at most a day', timeout(86_400), []],
      ['and no longer', timeout(86_401), [`${path} Invalid`]],
      ['and for a second at least', timeout(0), [`${path} Invalid`]],
      [
        'has a timeout of three hours by default',
        { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: {} } },
        [],
      ],
      ['takes no notice of a timeout without it', { ...timeout(0), sessionAffinity: 'None' }, []],
    ],
    serviceWith,
  );
});

describe('The selector', () => {
  check(
    [
      ['holds labels', { selector: { 'app.kubernetes.io/name': 'web', tier: '' } }, []],
      ['and is reported as a whole', { selector: { '-a': 'b', c: '-d' } }, ['spec.selector Invalid']],
      ['may be missing', { selector: null }, []],
    ],
    serviceWith,
  );
});

describe('Annotations', () => {
  const annotated = (annotations: object): object => ({ ...serviceWith({}), metadata: { name: 'web', annotations } });
  const mode = 'service.kubernetes.io/topology-mode';
  const hints = 'service.kubernetes.io/topology-aware-hints';
  check(
    [
      ['for the topology mode agree', { [mode]: 'Auto', [hints]: 'Auto' }, []],
      ['or are refused', { [mode]: 'Auto', [hints]: 'auto' }, [`metadata.annotations[${mode}] Invalid`]],
      ['and one is enough', { [mode]: 'anything' }, []],
    ],
    annotated,
  );
});

describe('A Service without a spec', () => {
  check([['needs ports', {}, ['spec.ports Required']]], () => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
  }));
});
