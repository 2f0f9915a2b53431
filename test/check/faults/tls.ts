import type { Fault } from './fault';

/** Of the certificates of Ingresses. */
export const tlsFaults: readonly Fault[] = [
  {
    title: 'a Secret of another namespace',
    set: 'ledger',
    replace: [['  name: ledger-tls\n  namespace: ledger', '  name: ledger-tls\n  namespace: default']],
    rule: 'tls/secret-missing',
    object: 'Ingress ledger',
    field: 'spec.tls[0].secretName',
  },
  {
    title: 'a Secret that is misspelt',
    set: 'ledger',
    replace: [['    secretName: ledger-tls', '    secretName: leger-tls']],
    rule: 'tls/secret-missing',
    object: 'Ingress ledger',
    field: 'spec.tls[0].secretName',
  },
  {
    title: 'a Secret with other keys',
    set: 'ledger',
    replace: [
      [
        'type: kubernetes.io/tls\ndata:\n  tls.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t\n  tls.key: LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t',
        'type: Opaque\ndata:\n  cert.pem: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t\n  key.pem: LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t',
      ],
    ],
    rule: 'tls/secret-content',
    object: 'Secret ledger-tls',
    field: 'type',
  },
  {
    title: 'a host that no entry of tls names',
    set: 'ledger',
    replace: [['  - hosts:\n    - ledger.example.org', '  - hosts:\n    - www.example.org']],
    rule: 'tls/hosts',
    object: 'Ingress ledger',
    field: 'spec.tls[0].hosts[0]',
  },
  {
    title: 'an entry of tls cut in two',
    set: 'ledger',
    replace: [
      [
        '  - hosts:\n    - ledger.example.org\n    secretName: ledger-tls',
        '  - hosts:\n    - ledger.example.org\n  - secretName: ledger-tls',
      ],
    ],
    rule: 'tls/entries',
    object: 'Ingress ledger',
    field: 'spec.tls[1]',
  },
  {
    title: 'a host of tls that no rule leads',
    set: 'shop',
    replace: [['        - shop.example.com\n', '        - shop.example.com\n        - www.shop.example.com\n']],
    rule: 'tls/hosts',
    object: 'Ingress rel-shop',
    field: 'spec.tls[0].hosts[1]',
  },
  {
    title: 'a wildcard for two labels',
    set: 'shop',
    replace: [
      ['        - shop.example.com\n', '        - "*.example.com"\n'],
      ['host: shop.example.com', 'host: a.shop.example.com'],
    ],
    rule: 'tls/hosts',
    object: 'Ingress rel-shop',
    field: 'spec.tls[0].hosts[0]',
  },
  {
    title: 'a Secret without its key',
    set: 'ledger',
    replace: [['  tls.key: LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t\n', '']],
    rule: 'tls/secret-content',
    object: 'Secret ledger-tls',
    field: 'data',
  },
  {
    title: 'an entry of tls without a Secret',
    set: 'ledger',
    replace: [['    secretName: ledger-tls\n', '']],
    rule: 'tls/entries',
    object: 'Ingress ledger',
    field: 'spec.tls[0].secretName',
  },
  {
    title: 'TLS that passes through and ends',
    set: 'ledger',
    replace: [
      ['nginx.ingress.kubernetes.io/proxy-body-size: 20m', 'nginx.ingress.kubernetes.io/ssl-passthrough: "true"'],
    ],
    rule: 'tls/passthrough',
    object: 'Ingress ledger',
    field: 'spec.rules[0].http.paths[0].path',
  },
];
