import type { AccessRule } from '../parts/access';

const read = ['get', 'list', 'watch'];

/**
 * Upstream's rules let it write Services, and read nodes and workloads of all namespaces, for NGINX Plus and for telemetry.
 *
 * https://docs.nginx.com/nginx-ingress-controller/technical-specifications/
 */
export function clusterRules(): readonly AccessRule[] {
  return [
    { apiGroups: ['networking.k8s.io'], resources: ['ingressclasses'], verbs: ['get', 'list'] },
    { apiGroups: [''], resources: ['namespaces'], verbs: ['get'] },
  ];
}

/** @param customResources whether its own kinds are read */
export function namespaceRules(customResources: boolean): readonly AccessRule[] {
  return [
    { apiGroups: [''], resources: ['secrets', 'services', 'pods'], verbs: read },
    { apiGroups: [''], resources: ['events'], verbs: ['create', 'list', 'patch'] },
    { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: read },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses'], verbs: read },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'] },
    ...(customResources
      ? [
          { apiGroups: ['k8s.nginx.org'], resources: kinds, verbs: read },
          { apiGroups: ['k8s.nginx.org'], resources: withStatus.map((kind) => `${kind}/status`), verbs: ['update'] },
        ]
      : []),
  ];
}

/** Its settings, its election, and the label with its version on its own pod. */
export function ownRules(customResources: boolean, lock: string): readonly AccessRule[] {
  return [
    { apiGroups: [''], resources: ['configmaps'], verbs: read },
    { apiGroups: [''], resources: ['pods'], verbs: ['get', 'update'] },
    { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] },
    { apiGroups: ['apps'], resources: ['daemonsets', 'replicasets'], verbs: ['get'] },
    { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create'] },
    { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get', 'update'], resourceNames: [lock] },
    ...(customResources ? [{ apiGroups: ['k8s.nginx.org'], resources: ['globalconfigurations'], verbs: read }] : []),
  ];
}

const withStatus = ['policies', 'transportservers', 'virtualserverroutes', 'virtualservers'];
/** It watches all of its kinds or none. */
const kinds = [...withStatus, 'globalconfigurations'];
