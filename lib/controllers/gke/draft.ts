import type { Route, RouteObject } from '../dialect';
import { IngressDraft, ingressOf } from '../ingress-draft';
import { servicePortsOf } from '../service-ports';

/** GceIngressClass and GceL7ILBIngressClass of pkg/annotations/ingress.go; there is no IngressClass of those names. */
export const externalClass = 'gce';
export const internalClass = 'gce-internal';

/** Keys of the Service and the Ingress. Sources: kubernetes/ingress-gce, pkg/annotations and pkg/negannotation. */
const keys = {
  /** IngressClassKey */
  className: 'kubernetes.io/ingress.class',
  /** FrontendConfigKey, on the Ingress */
  frontendConfig: 'networking.gke.io/v1beta1.FrontendConfig',
  /** BackendConfigKey, on the Service: which BackendConfig its ports have */
  backendConfig: 'cloud.google.com/backend-config',
} as const;

/**
 * An Ingress for an Application Load Balancer of Google Cloud. What concerns the side of clients stands in a FrontendConfig, what concerns
 * the Service in a BackendConfig that the Service names.
 *
 * https://cloud.google.com/kubernetes-engine/docs/how-to/ingress-configuration
 */
export class GkeDraft extends IngressDraft {
  readonly frontendConfig: Record<string, unknown> = {};
  readonly backendConfig: Record<string, unknown> = {};
  readonly internal: boolean;
  private readonly route: Route;

  constructor(route: Route) {
    super();
    this.route = route;
    this.internal = route.className === internalClass;
  }

  objects(): readonly RouteObject[] {
    const { route } = this;
    this.annotate(keys.className, route.className ?? externalClass);
    const beside: RouteObject[] = [];
    if (Object.keys(this.backendConfig).length > 0) {
      // All Ingresses before a Service share it, since the Service names one.
      const name = servicePortsOf(route)[0]?.service ?? route.name;
      beside.push({ apiVersion: 'cloud.google.com/v1', kind: 'BackendConfig', name, spec: this.backendConfig });
      this.annotateService(keys.backendConfig, JSON.stringify({ default: name }));
    }
    if (Object.keys(this.frontendConfig).length > 0) {
      const apiVersion = 'networking.gke.io/v1beta1';
      beside.push({ apiVersion, kind: 'FrontendConfig', name: route.name, spec: this.frontendConfig });
      this.annotate(keys.frontendConfig, route.name);
    }
    return [...beside, ingressOf({ ...route, className: undefined }, this.annotations)];
  }
}
