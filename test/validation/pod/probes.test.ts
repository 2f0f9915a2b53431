import { check } from '../refusals';
import { checkAt, checkContainers, containerWith, deploymentWith, podWith } from './container-cases';

const sound = { tcpSocket: { port: 80 } };

describe('A probe', () => {
  checkContainers([
    ['has an action', { livenessProbe: {} }, ['livenessProbe Required']],
    [
      'and no more, of which only the first is looked at',
      { livenessProbe: { exec: {}, httpGet: {}, grpc: { port: 80 } } },
      ['livenessProbe.exec.command Required', 'livenessProbe.grpc Forbidden', 'livenessProbe.httpGet Forbidden'],
    ],
    [
      'has no negative times and thresholds, and 0 is the default',
      {
        startupProbe: { ...sound, initialDelaySeconds: -1, timeoutSeconds: 0, periodSeconds: -1, failureThreshold: -1 },
      },
      [
        'startupProbe.failureThreshold Invalid',
        'startupProbe.initialDelaySeconds Invalid',
        'startupProbe.periodSeconds Invalid',
      ],
    ],
    [
      'succeeds at once, but for readiness',
      {
        livenessProbe: { ...sound, successThreshold: 2 },
        readinessProbe: { ...sound, successThreshold: 2 },
        startupProbe: { ...sound, successThreshold: 2 },
      },
      ['livenessProbe.successThreshold Invalid', 'startupProbe.successThreshold Invalid'],
    ],
    [
      'has a grace period above 0, but for readiness',
      {
        livenessProbe: { ...sound, terminationGracePeriodSeconds: 0 },
        readinessProbe: { ...sound, terminationGracePeriodSeconds: 1 },
      },
      ['livenessProbe.terminationGracePeriodSeconds Invalid', 'readinessProbe.terminationGracePeriodSeconds Invalid'],
    ],
  ]);
});

describe('The action of a probe', () => {
  checkAt(
    'spec.containers[0].livenessProbe',
    [
      ['has a command', { exec: { command: [] } }, ['exec.command Required']],
      ['which may be empty', { exec: { command: [''] } }, []],
      ['has a port', { httpGet: {} }, ['httpGet.port Invalid']],
      ['by number', { tcpSocket: { port: 65536 } }, ['tcpSocket.port Invalid']],
      ['or name, which need not be there', { httpGet: { port: 'http' } }, []],
      ['but is a name of a port', { tcpSocket: { port: '80' } }, ['tcpSocket.port Invalid']],
      ['of gRPC is a number', { grpc: { port: 0 } }, ['grpc.port Invalid']],
      ['speaks HTTP or HTTPS', { httpGet: { port: 80, scheme: 'http' } }, ['httpGet.scheme NotSupported']],
      [
        'sends proper headers, which is asked of the list',
        { httpGet: { port: 80, httpHeaders: [{ name: 'X-A' }, null, { name: 'X A' }] } },
        ['httpGet.httpHeaders Invalid'],
      ],
    ],
    (livenessProbe) => podWith({ containers: [containerWith({ livenessProbe })] }),
  );
  check(
    [
      [
        'is told neither a protocol nor TLS by default',
        {},
        {
          '1.27': [
            'spec.containers[0].livenessProbe.httpGet.protocol Decode',
            'spec.containers[0].readinessProbe.grpc.mode Decode',
          ],
          '1.37': [],
        },
      ],
    ],
    () =>
      podWith({
        containers: [
          containerWith({
            livenessProbe: { httpGet: { port: 80, protocol: 'x' } },
            readinessProbe: { grpc: { port: 80, mode: 'x' } },
          }),
        ],
      }),
  );
});

describe('A hook', () => {
  checkContainers([
    [
      'is looked at like a probe',
      { lifecycle: { postStart: {}, preStop: { exec: {} } } },
      ['lifecycle.postStart Required', 'lifecycle.preStop.exec.command Required'],
    ],
    ['may be none', { lifecycle: {} }, []],
    [
      'has a stop signal that is dropped',
      { lifecycle: { stopSignal: 'x' } },
      { '1.27': ['lifecycle.stopSignal Decode'], '1.33': [] },
    ],
  ]);

  const sleeping = (seconds: number): object[] => [containerWith({ lifecycle: { preStop: { sleep: { seconds } } } })];
  const at = 'spec.containers[0].lifecycle.preStop';
  const dropped = { '1.27': [`${at}.sleep Decode`], '1.29': [`${at} Required`] };
  check(
    [
      ['sleeps as long as the grace period', { containers: sleeping(30) }, { ...dropped, '1.30': [] }],
      ['and no longer', { containers: sleeping(31) }, { ...dropped, '1.30': [`${at}.sleep Invalid`] }],
      ['of its pod', { containers: sleeping(31), terminationGracePeriodSeconds: 31 }, { ...dropped, '1.30': [] }],
      [
        'which is 1 if it is negative',
        { containers: sleeping(1), terminationGracePeriodSeconds: -5 },
        { ...dropped, '1.30': [] },
      ],
      [
        'and not at all, since 1.33',
        { containers: sleeping(0) },
        { ...dropped, '1.30': [`${at}.sleep Invalid`], '1.33': [] },
      ],
    ],
    podWith,
  );
  check(
    [
      [
        'cannot sleep where a template has a negative grace period',
        { containers: sleeping(1), terminationGracePeriodSeconds: -5 },
        {
          '1.27': [`spec.template.${at}.sleep Decode`],
          '1.29': [`spec.template.${at} Required`],
          '1.30': [`spec.template.${at}.sleep Invalid`],
        },
      ],
    ],
    deploymentWith,
  );
});
