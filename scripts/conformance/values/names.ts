import { type Candidates, long, longSubdomain } from './candidate';

const soundLabels = ['web', 'a', 'my-app', 'web-1', 'x--y', long(63)];
const oddLabels = [
  ...[
    'Web',
    'web_1',
    '-web',
    'web-',
    '1web',
    '8080',
    'web.example',
    '',
    ' ',
    'wéb',
    'web/1',
    '.',
    '..',
    'a b',
    'web\n',
  ],
  ...[long(52), long(53), long(64), long(253), '0', '1-a', 'a-1', 'a%'],
];
const oddSubdomains = [
  ...oddLabels,
  ...['web..x', '.a', 'a.', 'a.-b', 'a.B', longSubdomain(253), longSubdomain(254), `${long(64)}.x`, '1.2', 'a_b.c'],
];
const soundSubdomains = [...soundLabels.slice(0, 5), 'web.example', '8080', '1web.x'];
const soundKeys = ['app', 'app.kubernetes.io/name', 'example.com/role', 'a_b.c-d', 'UPPER', 'k', long(63)];
const oddKeys = [
  ...['-a', 'a-', 'a/b/c', '/a', 'a/', long(64), 'UPPER.example.com/x', '', ' ', 'é', 'a b', `${longSubdomain(253)}/a`],
  ...[`${longSubdomain(254)}/a`, 'kubernetes.io/hostname', 'a..b/c', '_a', '.a', 'a/-b', 'requests.nvidia.com/gpu'],
];
const soundLabelValues = ['web', '', 'x', 'A_b.c-1', long(63), 'true', '1'];
const oddLabelValues = ['-x', 'x-', 'x y', 'é', long(64), 'a/b', ' lead', 'trail ', '.x', 'x_', 'a,b', 'x\ty'];

/** Keys of maps and of selectors. */
export const keys = { sound: soundKeys, odd: oddKeys };

const fieldPaths = [
  'metadata.name',
  'metadata.namespace',
  'status.podIP',
  'spec.nodeName',
  "metadata.labels['app']",
  'metadata.uid',
  'status.hostIPs',
  'metadata.labels',
  'metadata.annotations',
];

export const nameCandidates: readonly Candidates[] = [
  { field: /metadata\.(labels|annotations)\.\*$/, sound: soundLabelValues, odd: [...oddLabelValues, long(300000)] },
  { field: /(selector|matchLabels|nodeSelector)\.\*$/, sound: soundLabelValues, odd: oddLabelValues },
  { field: /matchExpressions\.values$/, sound: soundLabelValues, odd: oddLabelValues },
  { field: /(matchExpressions|matchFields)\.key$/, sound: [...soundKeys, 'metadata.name'], odd: oddKeys },
  { field: /tolerations\.key$|topologyKey$|matchLabelKeys$|LabelKeys$/, sound: soundKeys, odd: oddKeys },
  {
    field: /tolerations\.value$/,
    sound: [...soundLabelValues, '7'],
    odd: [...oddLabelValues, '-1', '1.5', '007', '+7'],
  },
  {
    field: /finalizers$/,
    sound: ['example.com/a', 'kubernetes', 'orphan'],
    odd: ['x', 'a/b', '', 'a b/c', ...oddKeys],
  },
  { field: /\.ports\.name$/, sound: ['http', 'dns', 'web-1', 'a', long(15)], odd: portNames() },
  { field: /\.port\.name$/, sound: ['http', 'dns', 'a', '1a'], odd: portNames() },
  {
    field: /env\.name$/,
    sound: ['A', 'POD_NAME', 'a.b-c', '_x', 'A1'],
    odd: ['', '1A', 'A=B', 'A B', 'é', '.', '..', '..x', 'A:B', '-a', long(254), '\t'],
  },
  { field: /envFrom\.prefix$/, sound: ['P_', 'a.', ''], odd: ['1', '=', 'a b', 'é', '-', '..'] },
  { field: /fieldPath$/, sound: fieldPaths, odd: oddFieldPaths() },
  {
    field: /resourceFieldRef\.resource$/,
    sound: ['limits.cpu', 'requests.memory', 'limits.ephemeral-storage'],
    odd: ['cpu', 'limits.pods', 'requests.hugepages-2Mi', '', 'limits.example.com/gpu'],
  },
  {
    field: /(configMap|secret|Ref|KeyRef|fileKeyRef)\.(items\.)?key$/,
    sound: ['a', 'a.conf', 'A_B-c.d', long(253)],
    odd: ['', '.', '..', '..a', 'a/b', 'a b', 'é', long(254)],
  },
  { field: /(data|binaryData|stringData)\.\*$/, sound: ['aGk=', ''], odd: ['not base64!', 'aGk', 'x', long(1048576)] },
  {
    field: /sysctls\.name$/,
    sound: ['net.ipv4.tcp_syncookies', 'kernel.shm_rmid_forced', 'net/ipv4/ip_local_port_range'],
    odd: [
      '',
      'a..b',
      'A.b',
      'net.ipv4.-x',
      'kernel.shm_rmid_forced.',
      long(254),
      'a/b.c',
      'net.ipv4.conf.all/x',
      'kernel.msgmax',
    ],
  },
  {
    field: /generateName$/,
    sound: ['web-', 'a', 'my-app-'],
    odd: ['', 'Web-', '-', 'a.', 'a.-', long(250), long(253), long(254), 'a_'],
  },
  {
    field:
      /(metadata\.name|Name|names?|Names|serviceAccount|subdomain|hostname|claimName|namespace|driver|provisioner)$/,
    sound: soundSubdomains,
    odd: oddSubdomains,
  },
];

function oddFieldPaths(): readonly string[] {
  return [
    '',
    'metadata',
    'metadata.generation',
    "metadata.labels['-a']",
    "metadata.labels['App/x']",
    'status.phase',
    'spec.foo',
    'metadata.labels[app]',
    "metadata.annotations['UPPER.example.com/x']",
    "metadata.name['x']",
    "metadata.labels['']",
  ];
}

function portNames(): readonly string[] {
  return [
    '',
    'Http',
    '-http',
    'http-',
    'ht--tp',
    '8080',
    '1',
    long(16),
    'a.b',
    'web_1',
    ' ',
    'é',
    long(63),
    long(64),
    'metrics',
  ];
}
