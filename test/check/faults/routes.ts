import type { Fault } from './fault';

/** Of what Ingresses ask for and where they lead. */
export const routeFaults: readonly Fault[] = [
  {
    title: 'a Service that is misspelt',
    set: 'ledger',
    replace: [['            name: api\n            port:', '            name: apis\n            port:']],
    rule: 'route/backend-service',
    object: 'Ingress ledger',
    field: 'spec.rules[0].http.paths[0].backend.service.name',
  },
  {
    title: 'a Service of another namespace',
    set: 'sites',
    replace: [['service: {name: site, port: {name: web}}', 'service: {name: orders, port: {name: web}}']],
    rule: 'route/backend-service',
    object: 'Ingress site',
    field: 'spec.rules[0].http.paths[0].backend.service.name',
  },
  {
    title: 'a port by a name that the Service does not have',
    set: 'ledger',
    replace: [['              name: http\n        path: /\n', '              name: web\n        path: /\n']],
    rule: 'route/backend-port',
    object: 'Ingress ledger',
    field: 'spec.rules[0].http.paths[1].backend.service.port.name',
  },
  {
    title: 'the port of the pods',
    set: 'ledger',
    replace: [['              number: 8000', '              number: 3000']],
    rule: 'route/backend-port',
    object: 'Ingress ledger',
    field: 'spec.rules[0].http.paths[0].backend.service.port.number',
  },
  {
    title: 'a port of UDP behind a route',
    set: 'sites',
    replace: [
      [
        '    - {name: web, port: 80, targetPort: web}\n---\napiVersion: apps',
        '    - {name: web, port: 80, targetPort: web, protocol: UDP}\n---\napiVersion: apps',
      ],
      ['ports: [{name: web, containerPort: 8080}]', 'ports: [{name: web, containerPort: 8080, protocol: UDP}]'],
    ],
    rule: 'route/backend-port',
    object: 'Ingress site',
    field: 'spec.rules[0].http.paths[0].backend.service.port.name',
  },
  {
    title: 'a star at the end of a path',
    set: 'shop',
    replace: [['          - path: /\n', '          - path: /shop/*\n']],
    rule: 'ingress/path-pattern',
    object: 'Ingress rel-shop',
    field: 'spec.rules[0].http.paths[0].path',
  },
  {
    title: 'a path without a slash in front',
    set: 'shop',
    replace: [['          - path: /\n', '          - path: shop\n']],
    rule: 'ingress/path',
    object: 'Ingress rel-shop',
    field: 'spec.rules[0].http.paths[0].path',
  },
  {
    title: 'a path without a type',
    set: 'shop',
    replace: [['            pathType: Prefix\n', '']],
    rule: 'ingress/path-type',
    object: 'Ingress rel-shop',
    field: 'spec.rules[0].http.paths[0].pathType',
  },
  {
    title: 'a regular expression under Prefix',
    set: 'ledger',
    replace: [['        path: /api\n', '        path: /api(/|$)(.*)\n']],
    rule: 'ingress/path-pattern',
    object: 'Ingress ledger',
    field: 'spec.rules[0].http.paths[0].path',
  },
  {
    title: 'a regular expression without the switch',
    set: 'ledger',
    replace: [
      [
        '        path: /api\n        pathType: Prefix',
        '        path: /api/v[0-9]+/.*\n        pathType: ImplementationSpecific',
      ],
    ],
    rule: 'ingress/path-pattern',
    object: 'Ingress ledger',
    field: 'spec.rules[0].http.paths[0].path',
  },
  {
    title: 'one path twice',
    set: 'ledger',
    replace: [['        path: /api\n', '        path: /\n']],
    rule: 'route/collision',
    object: 'Ingress ledger',
    field: 'spec.rules[0].http.paths[1].path',
  },
  {
    title: 'a host with a scheme',
    set: 'shop',
    replace: [['    - host: shop.example.com', '    - host: https://shop.example.com']],
    rule: 'ingress/host',
    object: 'Ingress rel-shop',
    field: 'spec.rules[0].host',
  },
  {
    title: 'a host with a port',
    set: 'shop',
    replace: [['    - host: shop.example.com', '    - host: shop.example.com:8080']],
    rule: 'ingress/host',
    object: 'Ingress rel-shop',
    field: 'spec.rules[0].host',
  },
  {
    title: 'an address for a host',
    set: 'shop',
    replace: [['    - host: shop.example.com', '    - host: 192.0.2.10']],
    rule: 'ingress/host',
    object: 'Ingress rel-shop',
    field: 'spec.rules[0].host',
  },
  {
    title: 'a rule without a host',
    set: 'ledger',
    replace: [['  - host: ledger.example.org\n    http', '  - http']],
    rule: 'ingress/empty-host',
    object: 'Ingress ledger',
    field: 'spec.rules[0]',
  },
  {
    title: 'a wildcard for a host',
    set: 'ledger',
    replace: [
      ['  - host: ledger.example.org', '  - host: "*.example.org"'],
      ['    - ledger.example.org', '    - "*.example.org"'],
    ],
    rule: 'ingress/wildcard-host',
    object: 'Ingress ledger',
    field: 'spec.rules[0].host',
  },
  {
    title: 'one host and path in two namespaces',
    set: 'sites',
    replace: [
      ['    - host: orders.example.net', '    - host: www.example.net'],
      ['{path: /v1,', '{path: /,'],
      ['hosts: [orders.example.net]', 'hosts: [www.example.net]'],
    ],
    rule: 'route/host-taken',
    object: 'Ingress orders',
    field: 'spec.rules[0].host',
  },
  {
    title: 'a regular expression that changes the paths of its neighbour',
    set: 'ledger',
    add: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: other, namespace: ledger, annotations: {nginx.ingress.kubernetes.io/use-regex: "true"}}
spec:
  ingressClassName: nginx
  tls: [{hosts: [ledger.example.org], secretName: ledger-tls}]
  rules: [{host: ledger.example.org, http: {paths: [{path: "/v[0-9]+/x", pathType: ImplementationSpecific, backend: {service: {name: web, port: {number: 80}}}}]}}]
`,
    rule: 'ingress/regex-host',
    object: 'Ingress ledger',
    field: 'spec.rules[0].http.paths[0].path',
  },
  {
    title: 'plain HTTP to a port of TLS',
    set: 'ledger',
    replace: [
      [
        '            name: web\n            port:\n              name: http',
        '            name: web\n            port:\n              name: https',
      ],
      ['  - name: http\n    port: 80\n    targetPort: 8080', '  - name: https\n    port: 443\n    targetPort: 8443'],
      ['        - containerPort: 8080', '        - containerPort: 8443'],
      [
        '            path: /\n            port: 8080',
        '            path: /\n            scheme: HTTPS\n            port: 8443',
      ],
      ['    - port: 8080', '    - port: 8443'],
    ],
    rule: 'tls/backend-protocol',
    object: 'Ingress ledger',
    field: 'spec.rules[0].http.paths[1].backend.service.port.name',
  },
];
