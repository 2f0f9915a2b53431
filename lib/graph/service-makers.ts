import type { Graph } from './graph';

/** Groups whose objects lead, watch or keep secrets, and never make a Service of their name. */
const neverMake: ReadonlySet<string> = new Set([
  'bitnami.com',
  'cert-manager.io',
  'cilium.io',
  'external-secrets.io',
  'externaldns.k8s.io',
  'gateway.networking.k8s.io',
  'k8s.nginx.org',
  'keda.sh',
  'metallb.io',
  'monitoring.coreos.com',
  'networking.gke.io',
  'networking.istio.io',
  'projectcontour.io',
  'secrets-store.csi.x-k8s.io',
  'security.istio.io',
  'traefik.containo.us',
  'traefik.io',
]);

/** Objects of operators by namespace and name, whose operators may make Services: `quickstart-es-http` for `quickstart`. */
export class ServiceMakers {
  private readonly names = new Set<string>();

  constructor({ objects }: Pick<Graph, 'objects'>) {
    for (const { group, kind, namespace, name } of objects) {
      const builtIn = !group.includes('.') || group.endsWith('.k8s.io');
      if (!builtIn && !neverMake.has(group) && kind !== 'Rollout') this.names.add(`${namespace}\n${name}`);
    }
  }

  /** Whether an object may make a Service of that name: one that is called so, or so far up to a hyphen. */
  mayMake(namespace: string, service: string): boolean {
    if (this.names.size === 0) return false;
    const parts = service.split('-');
    return parts.some((_, index) => this.names.has(`${namespace}\n${parts.slice(0, index + 1).join('-')}`));
  }
}
