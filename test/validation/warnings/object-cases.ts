import type { WarningCase } from './warning-case';

const service = (spec: object, annotations: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', annotations },
  spec,
});

export const objectCases: readonly WarningCase[] = [
  { name: 'nothing', manifest: service({ type: 'ClusterIP', ports: [{ port: 80 }] }), warns: [] },
  {
    name: 'Endpoints',
    manifest: { apiVersion: 'v1', kind: 'Endpoints' },
    warns: ['warning/deprecated-kind apiVersion'],
    since: 33,
  },
  {
    name: 'external addresses',
    manifest: service({ externalIPs: ['192.0.2.1'] }),
    warns: ['warning/deprecated-field spec.externalIPs'],
    since: 36,
  },
  {
    name: 'PreferClose',
    manifest: service({ trafficDistribution: 'PreferClose' }),
    warns: ['warning/deprecated-field spec.trafficDistribution'],
    since: 35,
  },
  {
    name: 'what a headless Service ignores',
    manifest: service({ clusterIP: 'None', sessionAffinity: 'ClientIP' }),
    warns: ['warning/ignored-field spec.sessionAffinity'],
    since: 34,
  },
  {
    name: 'an external name elsewhere',
    manifest: service({ externalName: 'a.b' }),
    warns: ['warning/ignored-field spec.externalName'],
  },
  {
    name: 'external addresses of an ExternalName Service',
    manifest: service({ type: 'ExternalName', externalName: 'a.b', externalIPs: ['192.0.2.1'] }),
    warns: ['warning/ignored-field spec.externalIPs'],
  },
  {
    name: 'topology hints',
    manifest: service({}, { 'service.kubernetes.io/topology-aware-hints': 'auto' }),
    warns: ['warning/deprecated-annotation metadata.annotations[service.kubernetes.io/topology-aware-hints]'],
  },
  {
    name: 'an address with leading zeros',
    manifest: service({ loadBalancerIP: '010.0.0.1' }),
    warns: ['warning/address-form spec.loadBalancerIP'],
    until: '1.35',
  },
  {
    name: 'an IPv6 address in capitals',
    manifest: service({ loadBalancerIP: '2001:DB8::1' }),
    warns: ['warning/address-form spec.loadBalancerIP'],
  },
  {
    name: 'an IPv4 address in IPv6 notation',
    manifest: service({ loadBalancerIP: '::ffff:192.0.2.1' }),
    warns: ['warning/address-form spec.loadBalancerIP'],
    since: 33,
    until: '1.35',
  },
  {
    name: 'a range with bits behind its prefix',
    manifest: service({ loadBalancerSourceRanges: ['10.0.0.1/8'] }),
    warns: ['warning/address-form spec.loadBalancerSourceRanges[0]'],
    since: 33,
    until: '1.35',
  },
  {
    name: 'a range of a NetworkPolicy',
    manifest: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      spec: { egress: [{ to: [{ ipBlock: { cidr: '2001:DB8::/32', except: [] } }] }] },
    },
    warns: ['warning/address-form spec.egress[0].to[0].ipBlock.cidr'],
    since: 33,
  },
  {
    name: 'an EndpointSlice of names',
    manifest: { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', addressType: 'FQDN' },
    warns: ['warning/deprecated-field addressType'],
  },
  {
    name: 'an Ingress class by annotation',
    manifest: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { annotations: { 'kubernetes.io/ingress.class': 'nginx' } },
      spec: {},
    },
    warns: ['warning/deprecated-annotation metadata.annotations[kubernetes.io/ingress.class]'],
  },
  {
    name: 'mountable Secrets',
    manifest: {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { annotations: { 'kubernetes.io/enforce-mountable-secrets': 'true' } },
    },
    warns: ['warning/deprecated-annotation metadata.annotations[kubernetes.io/enforce-mountable-secrets]'],
    since: 32,
  },
  {
    name: 'a storage class by annotation, and half a byte',
    manifest: {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { annotations: { 'volume.beta.kubernetes.io/storage-class': 'x' } },
      spec: { resources: { requests: { storage: '500m' } } },
    },
    warns: [
      'warning/deprecated-annotation metadata.annotations[volume.beta.kubernetes.io/storage-class]',
      'warning/fractional-bytes spec.resources.requests[storage]',
    ],
  },
  {
    name: 'a TLS Secret without a certificate',
    manifest: {
      apiVersion: 'v1',
      kind: 'Secret',
      type: 'kubernetes.io/tls',
      data: { 'tls.crt': 'aGk=', 'tls.key': 'aGk=' },
    },
    warns: ['warning/key-pair data'],
  },
  {
    name: 'a TLS Secret with a broken certificate',
    manifest: {
      apiVersion: 'v1',
      kind: 'Secret',
      type: 'kubernetes.io/tls',
      stringData: { 'tls.crt': '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n' },
    },
    warns: ['warning/key-pair data'],
  },
  {
    name: 'an owner twice',
    manifest: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        ownerReferences: [
          { uid: 'a', name: 'x' },
          { uid: 'a', name: 'x' },
          { uid: 'a', name: 'y' },
        ],
      },
    },
    warns: ['warning/duplicate-owner metadata.ownerReferences[1]'],
  },
  {
    name: 'a name that is no label',
    manifest: { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a.b' } },
    warns: ['warning/workload-name metadata.name'],
  },
  {
    name: 'a large Job',
    manifest: {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'a' },
      spec: { completionMode: 'Indexed', completions: 100_001, parallelism: 10_001 },
    },
    warns: ['warning/job-size spec'],
  },
  {
    name: 'a time zone in a schedule',
    manifest: {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'a' },
      spec: { schedule: 'TZ=UTC * * * * *' },
    },
    warns: ['warning/time-zone spec.schedule'],
    until: '1.28',
  },
  {
    name: 'revisions without end, and a claim of half a byte',
    manifest: { apiVersion: 'apps/v1', kind: 'StatefulSet', spec: { revisionHistoryLimit: -1 } },
    warns: ['warning/negative-value spec.revisionHistoryLimit'],
    since: 33,
  },
  {
    name: 'finalizers of a custom object without a path',
    manifest: {
      apiVersion: 'example.com/v1',
      kind: 'Thing',
      metadata: { name: 'a', finalizers: ['foo', 'bar.example.com', 'example.com/cleanup', 'orphan'] },
    },
    warns: ['warning/finalizer metadata.finalizers', 'warning/finalizer metadata.finalizers'],
    since: 29,
  },
  {
    name: 'a finalizer that a built-in kind refuses',
    manifest: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', finalizers: ['foo'] } },
    warns: [],
  },
];
