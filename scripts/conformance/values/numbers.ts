import type { Candidates } from './candidate';

const extremes = [0, -1, 2147483647, -2147483648, 2147483648];
const percents = [
  '25%',
  '0%',
  '100%',
  '101%',
  '-1%',
  'x',
  '50',
  '',
  '%',
  '1000%',
  '1.5%',
  ' 5%',
  '05%',
  '99999999999%',
];
const ports = [
  'http',
  'web',
  'Http',
  '80',
  '',
  'aaaaaaaaaaaaaaaa',
  '-http',
  'metrics',
  'ht--tp',
  '8080x',
  '0',
  '65536',
];

export const numberCandidates: readonly Candidates[] = [
  {
    field: /nodePort$|healthCheckNodePort$/i,
    sound: [30000, 30080, 31111, 32767],
    odd: [...extremes, 29999, 32768, 80, 65535, 65536, 1],
  },
  {
    field: /(targetPort|probe\w*\.\w+\.port|httpGet\.port|tcpSocket\.port|networkPolicy.*ports\.port)$/i,
    sound: [80, 8080, 'http', 1, 65535],
    odd: [...extremes, ...ports, 65536],
  },
  {
    field: /ingress\.ports\.port$|egress\.ports\.port$/,
    sound: [80, 8080, 'http', 8000],
    odd: [...extremes, ...ports, 65536],
  },
  { field: /endPort$/, sound: [9000, 65535], odd: [...extremes, 79, 80, 65536] },
  { field: /port$|ports\.\w*Port$|hostPort$/i, sound: [80, 443, 8080, 1, 65535], odd: [...extremes, 65536, 70000] },
  {
    field: /(maxSurge|maxUnavailable|minAvailable)$/,
    sound: [1, '25%', 0, '100%', 3],
    odd: [...extremes, ...percents],
  },
  { field: /timeoutSeconds$/, sound: [1, 5, 600], odd: [...extremes, 86400, 86401, 10800] },
  { field: /expirationSeconds$/, sound: [3600, 600], odd: [...extremes, 599, 601, 4294967296, 4294967297, 1e15] },
  { field: /maxExpirationSeconds$/, sound: [3600, 86400], odd: [...extremes, 3599, 86401, 7862400, 7862401] },
  { field: /terminationGracePeriodSeconds$/, sound: [30, 1, 0], odd: [...extremes, 4294967296] },
  { field: /sleep\.seconds$/, sound: [1, 5, 30], odd: [...extremes, 31, 60] },
  { field: /stabilizationWindowSeconds$/, sound: [0, 300, 3600], odd: [...extremes, 3601] },
  { field: /policies\.periodSeconds$/, sound: [60, 1800], odd: [...extremes, 1801] },
  { field: /[sS]econds$|Threshold$/, sound: [1, 5, 10, 600, 3600], odd: [...extremes, 86400, 86401, 4294967296] },
  { field: /defaultMode$|\.mode$/, sound: [256, 420, 511], odd: [...extremes, 512, 644, 777] },
  { field: /weight$/, sound: [1, 100, 50], odd: [...extremes, 101] },
  {
    field: /(runAs(User|Group)|fsGroup|supplementalGroups)$/,
    sound: [1000, 0, 65534],
    odd: [...extremes, 4294967295, 9007199254740991],
  },
  {
    field: /(completions|parallelism|backoffLimit|maxFailedIndexes|backoffLimitPerIndex)$/,
    sound: [1, 2, 10, 0],
    odd: [...extremes, 100000, 100001, 10000],
  },
  {
    field:
      /(averageUtilization|minReplicas|maxReplicas|replicas|maxSkew|minDomains|priority|lun|partition|revisionHistoryLimit|HistoryLimit|leaseTransitions)$/,
    sound: [1, 2, 5, 100],
    odd: [...extremes, 255, 256, 1000000000, 1000000001],
  },
  { field: /(exitCodes|onExitCodes)\.values$/, sound: [1, 42, 137, 255], odd: [...extremes, 256] },
];

/** For a number of which nothing is known. */
export const anyInteger = { sound: [1, 2, 10, 100], odd: [...extremes, 1000, 65534, 4294967296] };

/** For an amount of a resource. */
export const quantities = {
  sound: ['100m', '1', '1Gi', '64Mi', '0', 2, '1.5', '500M'],
  odd: [
    '-1',
    '1.5Gi',
    '1e3',
    'abc',
    '',
    '1 Gi',
    '0.1m',
    '10mi',
    '1E',
    500,
    '1000000000000000000000',
    '0.5',
    '1Ki',
    '1.0001',
    '.5',
    '5.',
    '+1',
    '1e-3',
    '1E3',
    '1n',
    '0.0000000001',
    '9223372036854775807',
    '9223372036854775808',
    '1Zi',
    '- 1',
    '٣',
    0.5,
    -1,
    '-0',
    '0x1',
    '100mm',
    '3Mi',
    '2Mi',
    '1i',
  ],
};

/** Names of resources in limits, requests and the like. */
export const resourceNames = {
  sound: ['cpu', 'memory', 'ephemeral-storage', 'example.com/gpu'],
  odd: [
    'hugepages-2Mi',
    'storage',
    'pods',
    'CPU',
    'gpu',
    '',
    'kubernetes.io/x',
    'requests.example.com/x',
    'hugepages-',
    'hugepages-2',
    'example.com/-x',
    'attachable-volumes-x',
    'requests.cpu',
    'a b',
    'cpu/x',
    'limits.cpu',
    'requests.storage',
  ],
};
