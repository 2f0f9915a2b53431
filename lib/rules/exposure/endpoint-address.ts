import type { Endpoints, EndpointSlice } from '../../kubernetes/api';
import { defineRule } from '../rule';
import { internalName, isMetadataAddress } from './internal-names';

const slice = (addressType: string, address: string): string => `
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: db-1, namespace: shop, labels: { kubernetes.io/service-name: db } }
addressType: ${addressType}
endpoints: [{ addresses: ['${address}'] }]
ports: [{ name: http, port: 80, protocol: TCP }]
`;
const endpoints = (address: string): string => `
apiVersion: v1
kind: Endpoints
metadata: { name: db }
subsets: [{ addresses: [{ ip: '${address}' }], ports: [{ port: 80 }] }]
`;
const finds = ['endpoints[0].addresses[0]'];

export const endpointAddress = defineRule({
  id: 'exposure/endpoint-address',
  class: 'risky',
  rating: 'medium',
  on: ['EndpointSlice', 'Endpoints'],
  summary: 'Endpoints written by hand lead to hosts outside, and not to the machinery of the cluster.',
  why: 'Load balancers and controllers connect to the addresses for whoever asks, from where they stand: to the metadata of the node, to other namespaces past their NetworkPolicies (CVE-2021-25740, fixed in no version; CVE-2021-25737).',
  fix: 'Name the address of the host outside; let a selector find pods, and take the right to write Endpoints and EndpointSlices from those who need not.',
  symptoms: ['confused deputy', 'reaches the metadata service'],
  references: [
    'https://github.com/kubernetes/kubernetes/issues/103675',
    'https://github.com/kubernetes/kubernetes/issues/102106',
  ],
  good: [
    { manifests: slice('IPv4', '192.0.2.7') },
    { title: 'a host of an internal network', manifests: slice('IPv4', '10.20.0.5') },
    { title: 'a name', manifests: slice('FQDN', 'db.example.com') },
    { manifests: endpoints('192.0.2.7') },
  ],
  bad: [
    { title: 'the metadata of Azure', manifests: slice('IPv4', '168.63.129.16'), finds },
    { title: 'the metadata of AWS', manifests: slice('IPv6', 'fd00:ec2::254'), finds },
    {
      title: 'the metadata of Alibaba Cloud',
      manifests: endpoints('100.100.100.200'),
      finds: ['subsets[0].addresses[0].ip'],
    },
    { title: 'a name that leads back', manifests: slice('FQDN', '127.0.0.1.nip.io'), finds },
    { title: 'a Service of another namespace', manifests: slice('FQDN', 'db.prod.svc.cluster.local'), finds },
  ],
  *check({ kind, namespace, body }, { graph }) {
    const addresses = kind === 'Endpoints' ? addressesOf(body) : sliceAddresses(body);
    for (const { address, field, isName } of addresses) {
      const metadata = isMetadataAddress(address) ? "the cloud's metadata of the node" : undefined;
      const what = isName ? internalName(address, namespace, graph.target.clusterDomain) : metadata;
      if (what === undefined) continue;
      yield { field, message: `'${address}' leads to ${what}; a host outside of the cluster is allowed` };
    }
  },
});

interface Address {
  readonly address: string;
  readonly field: string;
  readonly isName: boolean;
}

function addressesOf({ subsets }: Endpoints): readonly Address[] {
  return (subsets ?? []).flatMap((subset, i) =>
    (['addresses', 'notReadyAddresses'] as const).flatMap((list) =>
      (subset?.[list] ?? []).map((one, j) => ({
        ...{ address: one?.ip ?? '', field: `subsets[${i}].${list}[${j}].ip`, isName: false },
      })),
    ),
  );
}

function sliceAddresses({ endpoints: list, addressType }: EndpointSlice): readonly Address[] {
  return (list ?? []).flatMap((endpoint, i) =>
    (endpoint?.addresses ?? []).map((address, j) => ({
      ...{ address: address ?? '', field: `endpoints[${i}].addresses[${j}]`, isName: addressType === 'FQDN' },
    })),
  );
}
