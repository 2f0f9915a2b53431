import type { AccessRule } from '../parts/access';

const watch = ['list', 'watch'];

/** What Contour reads of the namespaces that it serves: the informers of `contour serve` without Gateway API. */
export function namespaceRules(): readonly AccessRule[] {
  const own = 'projectcontour.io';
  return [
    { apiGroups: [''], resources: ['secrets', 'services'], verbs: watch },
    { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: watch },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses'], verbs: watch },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'] },
    { apiGroups: [own], resources: ['extensionservices', 'httpproxies', 'tlscertificatedelegations'], verbs: watch },
    { apiGroups: [own], resources: ['extensionservices/status', 'httpproxies/status'], verbs: ['update'] },
  ];
}

/** What it needs to settle which of its pods writes statuses. */
export function leaderRules(lease: string): readonly AccessRule[] {
  return [
    { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create'] },
    { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get', 'update'], resourceNames: [lease] },
    { apiGroups: ['', 'events.k8s.io'], resources: ['events'], verbs: ['create', 'patch'] },
  ];
}
