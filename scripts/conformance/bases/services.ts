import type { Json } from '../json';
import { metadata } from './parts';

function service(name: string, spec: Json): Json {
  const ports = [{ name: 'http', port: 80, targetPort: 8080 }];
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(name),
    spec: { selector: { app: 'web' }, ports, ...spec },
  };
}

export const serviceBases: readonly Json[] = [
  service('cluster-ip', {}),
  service('named-target', {
    ports: [
      { name: 'http', port: 80, targetPort: 'http', appProtocol: 'kubernetes.io/h2c' },
      { name: 'dns', port: 53, targetPort: 53, protocol: 'UDP' },
    ],
  }),
  service('node-port', {
    type: 'NodePort',
    ports: [
      { name: 'http', port: 80, targetPort: 8080, nodePort: 30080 },
      { name: 'https', port: 443, nodePort: 30443 },
    ],
  }),
  service('node-port-local', {
    type: 'NodePort',
    externalTrafficPolicy: 'Local',
    sessionAffinity: 'ClientIP',
    sessionAffinityConfig: { clientIP: { timeoutSeconds: 600 } },
  }),
  service('load-balancer', {
    type: 'LoadBalancer',
    loadBalancerIP: '203.0.113.7',
    externalTrafficPolicy: 'Local',
    healthCheckNodePort: 31111,
    loadBalancerSourceRanges: ['198.51.100.0/24'],
  }),
  service('load-balancer-class', {
    type: 'LoadBalancer',
    loadBalancerClass: 'example.com/lb',
    allocateLoadBalancerNodePorts: false,
    internalTrafficPolicy: 'Local',
  }),
  service('external-ips', { externalIPs: ['203.0.113.9'], internalTrafficPolicy: 'Cluster' }),
  service('headless', { clusterIP: 'None', publishNotReadyAddresses: true }),
  service('headless-portless', { clusterIP: 'None', clusterIPs: ['None'], ports: [] }),
  service('dual', { ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv4'], trafficDistribution: 'PreferClose' }),
  service('no-selector', { selector: null, ports: [{ port: 443 }] }),
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata('external-name'),
    spec: { type: 'ExternalName', externalName: 'my.database.example.com' },
  },
  {
    ...service('annotated', { type: 'LoadBalancer' }),
    metadata: {
      ...metadata('annotated'),
      annotations: {
        'service.beta.kubernetes.io/load-balancer-source-ranges': '10.0.0.0/8, 192.168.0.0/16',
        'service.kubernetes.io/topology-mode': 'Auto',
      },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Endpoints',
    metadata: { name: 'outside' },
    subsets: [
      {
        addresses: [{ ip: '192.0.2.10', hostname: 'a', nodeName: 'n', targetRef: { kind: 'Pod', name: 'a' } }],
        notReadyAddresses: [{ ip: '192.0.2.11' }],
        ports: [
          { name: 'http', port: 80, appProtocol: 'http' },
          { name: 'x', port: 81 },
        ],
      },
    ],
  },
  {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'outside', labels: { 'kubernetes.io/service-name': 'outside' } },
    addressType: 'IPv4',
    endpoints: [
      {
        addresses: ['192.0.2.10'],
        conditions: { ready: true },
        hostname: 'a',
        nodeName: 'n',
        zone: 'z',
        hints: { forZones: [{ name: 'z' }], forNodes: [{ name: 'n' }] },
        deprecatedTopology: { a: 'b' },
      },
    ],
    ports: [{ name: 'http', port: 80, protocol: 'TCP' }],
  },
  {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: 'names' },
    addressType: 'FQDN',
    endpoints: [{ addresses: ['a.example.com'] }],
    ports: [],
  },
];
