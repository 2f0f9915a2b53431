import type { Json } from '../json';
import { metadata, selector } from './parts';

const toWeb = { service: { name: 'web', port: { number: 80 } } };
const paths = [
  { path: '/', pathType: 'Prefix', backend: toWeb },
  { path: '/api', pathType: 'Exact', backend: { service: { name: 'api', port: { name: 'http' } } } },
];

export const routingBases: readonly Json[] = [
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { ...metadata('ingress'), annotations: { 'example.com/a': 'b' } },
    spec: {
      ingressClassName: 'nginx',
      tls: [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }],
      rules: [{ host: 'shop.example.com', http: { paths } }],
    },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: metadata('default-backend'),
    spec: {
      defaultBackend: toWeb,
      rules: [
        {
          host: '*.example.com',
          http: {
            paths: [
              {
                path: '/x',
                pathType: 'ImplementationSpecific',
                backend: { resource: { apiGroup: 'example.com', kind: 'Bucket', name: 'static' } },
              },
            ],
          },
        },
        { host: 'b.example.com' },
      ],
    },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { ...metadata('old-class'), annotations: { 'kubernetes.io/ingress.class': 'nginx' } },
    spec: { rules: [{ http: { paths } }], tls: [{}, { hosts: ['*.example.com'] }] },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: 'nginx', annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } },
    spec: {
      controller: 'k8s.io/ingress-nginx',
      parameters: { apiGroup: 'example.com', kind: 'Params', name: 'x', scope: 'Namespace', namespace: 'a' },
    },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: 'plain' },
    spec: { controller: 'example.com/x', parameters: { kind: 'Params', name: 'x' } },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadata('policy'),
    spec: {
      podSelector: selector,
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        {
          from: [
            { namespaceSelector: { matchLabels: { a: 'b' } }, podSelector: {} },
            { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
          ],
          ports: [{ protocol: 'TCP', port: 8080 }, { port: 'http' }, { port: 8000, endPort: 9000 }],
        },
      ],
      egress: [{}, { to: [{ podSelector: { matchExpressions: [{ key: 'a', operator: 'Exists' }] } }] }],
    },
  },
  { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: metadata('deny'), spec: { podSelector: {} } },
];
