import type { Fault } from './fault';

/** Of the class and the annotations of Ingresses. */
export const annotationFaults: readonly Fault[] = [
  {
    title: 'a class of another name',
    set: 'sites',
    replace: [['  ingressClassName: edge\n  tls: [{hosts: [www', '  ingressClassName: egde\n  tls: [{hosts: [www']],
    rule: 'ingress/class-unknown',
    object: 'Ingress site',
    field: 'spec.ingressClassName',
  },
  {
    title: 'an annotation of another controller',
    set: 'shop',
    replace: [
      [
        '    cert-manager.io/cluster-issuer: letsencrypt',
        '    cert-manager.io/cluster-issuer: letsencrypt\n    nginx.ingress.kubernetes.io/rewrite-target: /$2',
      ],
    ],
    rule: 'ingress/annotation-foreign',
    object: 'Ingress rel-shop',
    field: 'metadata.annotations[nginx.ingress.kubernetes.io/rewrite-target]',
  },
  {
    title: 'a controller of another name',
    set: 'sites',
    replace: [['controller: haproxy.org/ingress-controller', 'controller: haproxy.org/ingres-controller']],
    rule: 'ingress/class-controller',
    object: 'IngressClass edge',
    field: 'spec.controller',
  },
  {
    title: 'an annotation with a hyphen too few',
    set: 'ledger',
    replace: [['proxy-body-size: 20m', 'proxy-bodysize: 20m']],
    rule: 'ingress/annotation-unknown',
    object: 'Ingress ledger',
    field: 'metadata.annotations[nginx.ingress.kubernetes.io/proxy-bodysize]',
  },
  {
    title: 'an annotation behind a misspelt domain',
    set: 'ledger',
    replace: [['nginx.ingress.kubernetes.io/proxy', 'nginx.ingres.kubernetes.io/proxy']],
    rule: 'ingress/annotation-unknown',
    object: 'Ingress ledger',
    field: 'metadata.annotations[nginx.ingres.kubernetes.io/proxy-body-size]',
  },
  {
    title: 'an annotation that is no text',
    set: 'ledger',
    replace: [['nginx.ingress.kubernetes.io/proxy-body-size: 20m', 'nginx.ingress.kubernetes.io/ssl-redirect: true']],
    rule: 'decode/type',
    object: 'Ingress ledger',
    field: 'metadata.annotations[nginx.ingress.kubernetes.io/ssl-redirect]',
  },
  {
    title: 'a time with a unit, where the controller wants none',
    set: 'ledger',
    replace: [
      ['nginx.ingress.kubernetes.io/proxy-body-size: 20m', 'nginx.ingress.kubernetes.io/proxy-read-timeout: 60s'],
    ],
    rule: 'ingress/annotation-value',
    object: 'Ingress ledger',
    field: 'metadata.annotations[nginx.ingress.kubernetes.io/proxy-read-timeout]',
  },
  {
    title: 'an annotation of an Ingress on a Service',
    set: 'ledger',
    replace: [
      [
        'kind: Service\nmetadata:\n  labels:\n    app: web',
        'kind: Service\nmetadata:\n  annotations:\n    nginx.ingress.kubernetes.io/affinity: cookie\n  labels:\n    app: web',
      ],
    ],
    rule: 'ingress/annotation-object',
    object: 'Service web',
    field: 'metadata.annotations[nginx.ingress.kubernetes.io/affinity]',
  },
  {
    title: 'an annotation of a Service on an Ingress',
    set: 'shop',
    replace: [
      [
        '    cert-manager.io/cluster-issuer: letsencrypt',
        '    cert-manager.io/cluster-issuer: letsencrypt\n    traefik.ingress.kubernetes.io/service.sticky.cookie: "true"',
      ],
    ],
    rule: 'ingress/annotation-object',
    object: 'Ingress rel-shop',
    field: 'metadata.annotations[traefik.ingress.kubernetes.io/service.sticky.cookie]',
  },
  {
    title: 'an annotation of an Ingress on pods',
    set: 'ledger',
    replace: [
      [
        '      labels:\n        app: web\n        tier: frontend\n    spec',
        '      annotations:\n        nginx.ingress.kubernetes.io/proxy-body-size: 20m\n      labels:\n        app: web\n        tier: frontend\n    spec',
      ],
    ],
    rule: 'ingress/annotation-workload',
    object: 'Deployment web',
    field: 'spec.template.metadata.annotations[nginx.ingress.kubernetes.io/proxy-body-size]',
  },
  {
    title: 'annotations of two controllers',
    set: 'ledger',
    replace: [
      [
        'nginx.ingress.kubernetes.io/proxy-body-size: 20m',
        'nginx.ingress.kubernetes.io/proxy-body-size: 20m\n    nginx.org/client-max-body-size: 20m',
      ],
    ],
    rule: 'ingress/annotation-foreign',
    object: 'Ingress ledger',
    field: 'metadata.annotations[nginx.org/client-max-body-size]',
  },
  {
    title: 'a kind of affinity that there is none of',
    set: 'ledger',
    replace: [['nginx.ingress.kubernetes.io/proxy-body-size: 20m', 'nginx.ingress.kubernetes.io/affinity: cookies']],
    rule: 'ingress/annotation-value',
    object: 'Ingress ledger',
    field: 'metadata.annotations[nginx.ingress.kubernetes.io/affinity]',
  },
  {
    title: 'the weight of a canary that is none',
    set: 'ledger',
    replace: [['nginx.ingress.kubernetes.io/proxy-body-size: 20m', 'nginx.ingress.kubernetes.io/canary-weight: "10"']],
    rule: 'ingress/annotation-needs',
    object: 'Ingress ledger',
    field: 'metadata.annotations[nginx.ingress.kubernetes.io/canary-weight]',
  },
  {
    title: 'a group of the path that is not there',
    set: 'ledger',
    replace: [
      [
        'nginx.ingress.kubernetes.io/proxy-body-size: 20m',
        'nginx.ingress.kubernetes.io/rewrite-target: /$2\n    nginx.ingress.kubernetes.io/use-regex: "true"',
      ],
      [
        '        path: /api\n        pathType: Prefix',
        '        path: /api/(.*)\n        pathType: ImplementationSpecific',
      ],
    ],
    rule: 'ingress/rewrite',
    object: 'Ingress ledger',
    field: 'metadata.annotations[nginx.ingress.kubernetes.io/rewrite-target]',
  },
  {
    title: 'a snippet',
    set: 'ledger',
    replace: [
      [
        'nginx.ingress.kubernetes.io/proxy-body-size: 20m',
        'nginx.ingress.kubernetes.io/configuration-snippet: |\n      more_set_headers "X-A: b";',
      ],
    ],
    rule: 'ingress/snippet',
    object: 'Ingress ledger',
    field: 'metadata.annotations[nginx.ingress.kubernetes.io/configuration-snippet]',
  },
  {
    title: 'an annotation that ends a directive',
    set: 'ledger',
    replace: [
      [
        'nginx.ingress.kubernetes.io/proxy-body-size: 20m',
        'nginx.ingress.kubernetes.io/auth-url: "http://a.example.org/#;}\\nlocation"',
      ],
    ],
    rule: 'ingress/annotation-injection',
    object: 'Ingress ledger',
    field: 'metadata.annotations[nginx.ingress.kubernetes.io/auth-url]',
  },
  {
    title: 'TLS to a port of plain HTTP',
    set: 'ledger',
    replace: [
      ['nginx.ingress.kubernetes.io/proxy-body-size: 20m', 'nginx.ingress.kubernetes.io/backend-protocol: HTTPS'],
    ],
    rule: 'tls/backend-plain',
    object: 'Ingress ledger',
    field: 'metadata.annotations[nginx.ingress.kubernetes.io/backend-protocol]',
  },
];
