import type {
  ClusterRole,
  ClusterRoleBinding,
  ConfigMap,
  EndpointSlice,
  Endpoints,
  HorizontalPodAutoscaler,
  Ingress,
  IngressClass,
  Namespace,
  NetworkPolicy,
  PodDisruptionBudget,
  Role,
  RoleBinding,
  Secret,
  Service,
  ServiceAccount,
} from '../kubernetes/api';

/** The built-in kinds whose manifests are read by their fields, each by its kind alone. */
export interface KnownBodies {
  ClusterRole: ClusterRole;
  ClusterRoleBinding: ClusterRoleBinding;
  ConfigMap: ConfigMap;
  EndpointSlice: EndpointSlice;
  Endpoints: Endpoints;
  HorizontalPodAutoscaler: HorizontalPodAutoscaler;
  Ingress: Ingress;
  IngressClass: IngressClass;
  Namespace: Namespace;
  NetworkPolicy: NetworkPolicy;
  PodDisruptionBudget: PodDisruptionBudget;
  Role: Role;
  RoleBinding: RoleBinding;
  Secret: Secret;
  Service: Service;
  ServiceAccount: ServiceAccount;
}

/** A kind whose manifests are read by their fields. */
export type KnownKind = keyof KnownBodies;

/** A kind of any other group: its group, a blank, the kind; `apps Deployment`, `traefik.io IngressRoute`. */
export type GroupKind = `${string} ${string}`;

const rbac = ['rbac.authorization.k8s.io/v1'];

/** The versions in which a known kind has the shape that is read here. Older ones are refused by every server that is still known. */
const versions: Readonly<Record<KnownKind, readonly string[]>> = {
  ClusterRole: rbac,
  ClusterRoleBinding: rbac,
  ConfigMap: ['v1'],
  EndpointSlice: ['discovery.k8s.io/v1'],
  Endpoints: ['v1'],
  HorizontalPodAutoscaler: ['autoscaling/v1', 'autoscaling/v2'],
  Ingress: ['networking.k8s.io/v1'],
  IngressClass: ['networking.k8s.io/v1'],
  Namespace: ['v1'],
  NetworkPolicy: ['networking.k8s.io/v1'],
  PodDisruptionBudget: ['policy/v1'],
  Role: rbac,
  RoleBinding: rbac,
  Secret: ['v1'],
  Service: ['v1'],
  ServiceAccount: ['v1'],
};

/** What tells a kind from others: `Service`, `apps Deployment`, and `serving.knative.dev Service` for a namesake. */
export function kindKey(apiVersion: string, kind: string): string {
  if (Object.hasOwn(versions, kind) && versions[kind as KnownKind].includes(apiVersion)) return kind;
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return `${group} ${kind}`;
}

/** Kinds that stand outside namespaces, as far as they matter for whether traffic arrives. */
const clusterScoped: ReadonlySet<string> = new Set([
  'ClusterRole',
  'ClusterRoleBinding',
  'IngressClass',
  'Namespace',
  ' Node',
  ' PersistentVolume',
  'admissionregistration.k8s.io MutatingWebhookConfiguration',
  'admissionregistration.k8s.io ValidatingAdmissionPolicy',
  'admissionregistration.k8s.io ValidatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io ValidatingWebhookConfiguration',
  'apiextensions.k8s.io CustomResourceDefinition',
  'apiregistration.k8s.io APIService',
  'cert-manager.io ClusterIssuer',
  'gateway.networking.k8s.io GatewayClass',
  'networking.k8s.io ServiceCIDR',
  'scheduling.k8s.io PriorityClass',
  'storage.k8s.io StorageClass',
]);

export function isClusterScoped(key: string): boolean {
  return clusterScoped.has(key);
}
