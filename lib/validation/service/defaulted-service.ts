import type { ObjectMeta, Service, ServicePort, ServiceSpec } from '../../kubernetes/api';
import type { ValidationContext } from '../context';

/** A Service as the API server sees it after defaulting, with what several of its rules ask for. */
export interface DefaultedService {
  readonly spec: ServiceSpec;
  readonly annotations: NonNullable<ObjectMeta['annotations']>;
  readonly type: string;
  readonly ports: readonly ServicePort[];
  readonly clusterIp: string;
  /** `clusterIPs`, or the one of `clusterIP` where they are not given. */
  readonly clusterIps: readonly string[];
  readonly headless: boolean;
  readonly externalTrafficPolicy: string;
  /** Whether the balancer asks the nodes for their health. */
  readonly needsHealthCheck: boolean;
  /** Whether traffic comes in from outside the cluster. */
  readonly external: boolean;
}

export const headlessAddress = 'None';

const nothing = {};

/** SetDefaults_Service and normalizeClusterIPs */
export function withDefaults(service: Service, context: ValidationContext): DefaultedService {
  const spec: ServiceSpec = service.spec ?? nothing;
  const type = spec.type || 'ClusterIP';
  const clusterIp = spec.clusterIP ?? '';
  const given = spec.clusterIPs ?? [];
  const clusterIps = clusterIp !== '' && given.length === 0 ? [clusterIp] : given.map((address) => address ?? '');
  const external = isExternal(type, spec, context);
  const externalTrafficPolicy = spec.externalTrafficPolicy || (external ? 'Cluster' : '');
  return {
    spec,
    annotations: service.metadata?.annotations ?? nothing,
    type,
    ports: (spec.ports ?? []).map((port) => port ?? nothing),
    clusterIp,
    clusterIps,
    headless: clusterIps.length === 1 && clusterIps[0] === headlessAddress,
    externalTrafficPolicy,
    needsHealthCheck: type === 'LoadBalancer' && externalTrafficPolicy === 'Local',
    external,
  };
}

/** ExternallyAccessible; before Kubernetes 1.29 external IPs did not count (needsExternalTrafficPolicy). */
function isExternal(type: string, spec: ServiceSpec, context: ValidationContext): boolean {
  if (type === 'NodePort' || type === 'LoadBalancer') return true;
  return type === 'ClusterIP' && context.minor >= 29 && (spec.externalIPs ?? []).length > 0;
}
