import { type Candidates, long, longSubdomain } from './candidate';

const soundIps = ['192.0.2.10', '203.0.113.7', '2001:db8::1'];
const oddIps = [
  ...[
    '127.0.0.1',
    '0.0.0.0',
    '169.254.169.254',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'ff02::1',
    '::ffff:1.2.3.4',
    '2001:DB8::1',
  ],
  ...[
    '256.1.1.1',
    '10.0.0',
    '010.0.0.1',
    '10.0.0.1/24',
    'None',
    '',
    'x',
    '2001:db8::g',
    '255.255.255.255',
    ' 10.0.0.1',
    '1.2.3.4 ',
  ],
  ...[
    '2001:db8:0:0:0:0:0:1',
    '2001:db8::1%eth0',
    '0xa.0.0.1',
    '167772161',
    '1.2.3.4.5',
    '::ffff:0102:0304',
    '02001:db8::1',
    '1.2.3.04',
  ],
];
const soundCidrs = ['10.0.0.0/8', '192.168.1.0/24', '0.0.0.0/0', '2001:db8::/32'];
const oddCidrs = [
  ...[
    '10.0.0.1/8',
    '::/0',
    '10.0.0.0/33',
    '10.0.0.0',
    '300.0.0.0/8',
    '',
    '10.0.0.0/08',
    ' 10.0.0.0/8',
    '10.0.0.0/8 ',
    '10.1.0.0/16',
  ],
  ...[
    '::ffff:10.0.0.0/104',
    '010.0.0.0/8',
    '10.0.0.0/',
    '/8',
    '10.0.0.0/-1',
    '10.0.0.0/+8',
    '2001:db8::1/32',
    '2001:db8::/129',
    'x/8',
    '1.2.3.4/32',
  ],
];
const soundHosts = ['shop.example.com', '*.example.com', 'a', 'localhost', '1.example.com'];
const oddHosts = [
  ...[
    '*',
    '*.com',
    'a.*.com',
    'Shop.example.com',
    'shop_1.example.com',
    'shop.example.com.',
    '10.0.0.1',
    '::1',
    `${long(64)}.com`,
  ],
  ...[
    '',
    'shop.example.com:80',
    'http://shop.example.com',
    '-a.com',
    'xn--bcher-kva.example',
    '*.*.com',
    '*a.com',
    '.com',
    longSubdomain(253),
  ],
  ...[
    longSubdomain(254),
    `*.${longSubdomain(251)}`,
    `*.${longSubdomain(252)}`,
    '_dmarc.example.com',
    'a..b',
    '[::1]',
    '256.256.256.256',
    ' ',
  ],
];

export const addressCandidates: readonly Candidates[] = [
  { field: /clusterIPs?$/, sound: ['None', ''], odd: [...oddIps, '10.96.77.77', 'none', '2001:db8::1'] },
  { field: /(externalIPs|loadBalancerIP|hostIP|podIP|\.ip|nameservers|podIPs)$/, sound: soundIps, odd: oddIps },
  {
    field: /endpoints\.addresses$/,
    sound: ['192.0.2.10', '2001:db8::1', 'a.example.com'],
    odd: [...oddIps, ...oddHosts],
  },
  { field: /(loadBalancerSourceRanges|cidr|except)$/, sound: soundCidrs, odd: oddCidrs },
  { field: /(rules\.host|tls\.hosts|externalName|hostnames)$/, sound: soundHosts, odd: oddHosts },
  {
    field: /searches$/,
    sound: ['example.com', 'a', 'svc.cluster.local.', '.'],
    odd: [...oddHosts, 'a_b.c', longSubdomain(255)],
  },
  { field: /(httpGet|tcpSocket)\.host$/, sound: ['', 'localhost', '127.0.0.1'], odd: oddHosts },
];
