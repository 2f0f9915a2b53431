import type { AccessRule } from '../parts/access';

const watch = ['list', 'watch'];

/** https://doc.traefik.io/traefik/reference/install-configuration/providers/kubernetes/kubernetes-ingress/ */
export function clusterRules(): readonly AccessRule[] {
  return [
    { apiGroups: [''], resources: ['nodes'], verbs: watch },
    { apiGroups: ['networking.k8s.io'], resources: ['ingressclasses'], verbs: watch },
  ];
}

/** @param customResources whether its own kinds are read; ConfigMaps may hold authorities for them */
export function namespaceRules(customResources: boolean): readonly AccessRule[] {
  return [
    {
      apiGroups: [''],
      resources: customResources ? ['configmaps', 'secrets', 'services'] : ['secrets', 'services'],
      verbs: watch,
    },
    { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: watch },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses'], verbs: watch },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'] },
    ...(customResources ? [{ apiGroups: ['traefik.io'], resources: kinds, verbs: watch }] : []),
  ];
}

/** It watches all of its kinds or none. */
const kinds = [
  'ingressroutes',
  'ingressroutetcps',
  'ingressrouteudps',
  'middlewares',
  'middlewaretcps',
  'serverstransports',
  'serverstransporttcps',
  'tlsoptions',
  'tlsstores',
  'traefikservices',
];
