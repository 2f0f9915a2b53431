import type { AccessRule } from '../parts/access';

const watch = ['list', 'watch'];

export function clusterRules(): readonly AccessRule[] {
  return [{ apiGroups: ['networking.k8s.io'], resources: ['ingressclasses'], verbs: watch }];
}

/**
 * What its informers watch, and the status that it reads and writes (internal/ingress/controller/store, internal/ingress/status).
 *
 * @param asksFor what it asks for when it starts: the Service of a default backend, and the one namespace that it watches
 */
export function namespaceRules(asksFor: {
  readonly service: boolean;
  readonly namespace: boolean;
}): readonly AccessRule[] {
  return [
    { apiGroups: [''], resources: ['configmaps', 'secrets'], verbs: watch },
    { apiGroups: [''], resources: ['services'], verbs: asksFor.service ? ['get', ...watch] : watch },
    ...(asksFor.namespace ? [{ apiGroups: [''], resources: ['namespaces'], verbs: ['get'] }] : []),
    { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: watch },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses'], verbs: ['get', ...watch] },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'] },
    { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] },
  ];
}

interface OwnObjects {
  /** Of its ConfigMap. */
  readonly configuration: string;
  /** Of the Lease by which one of several pods leads. */
  readonly lease: string;
}

/** Its pods, its settings, the Service whose address it tells, and who of several leads. */
export function ownRules({ configuration, lease }: OwnObjects): readonly AccessRule[] {
  return [
    { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] },
    { apiGroups: [''], resources: ['services'], verbs: ['get'] },
    { apiGroups: [''], resources: ['configmaps'], verbs: ['get'], resourceNames: [configuration] },
    { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get', 'update'], resourceNames: [lease] },
    // A name cannot be asked for of what is not there yet.
    { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create'] },
  ];
}
