import type { AccessRule } from '../parts/access';

const watch = ['list', 'watch'];

/**
 * Where the definitions of its own kinds are there, it waits until it has read them, so that it may. Upstream's rules let it write Secrets
 * and definitions too, which it does in its Job alone.
 *
 * https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/pkg/k8s/main.go
 */
export function clusterRules(): readonly AccessRule[] {
  return [
    { apiGroups: [''], resources: ['namespaces'], verbs: watch },
    { apiGroups: ['networking.k8s.io'], resources: ['ingressclasses'], verbs: watch },
    { apiGroups: ['apiextensions.k8s.io'], resources: ['customresourcedefinitions'], verbs: ['get', ...watch] },
  ];
}

/** @param reportStatus whether it writes the status of Ingresses */
export function namespaceRules(reportStatus: boolean): readonly AccessRule[] {
  const status: readonly AccessRule[] = [
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses'], verbs: ['get', ...watch] },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'] },
  ];
  return [
    { apiGroups: [''], resources: ['secrets', 'services'], verbs: watch },
    { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: watch },
    ...(reportStatus ? status : [{ apiGroups: ['networking.k8s.io'], resources: ['ingresses'], verbs: watch }]),
    {
      apiGroups: ['ingress.v1.haproxy.org', 'ingress.v3.haproxy.org'],
      resources: ['backends', 'defaults', 'globals', 'tcps'],
      verbs: watch,
    },
  ];
}

/** Its pods share the limits of connections, and its settings are beside them. */
export function ownRules(): readonly AccessRule[] {
  return [{ apiGroups: [''], resources: ['configmaps', 'pods'], verbs: watch }];
}
