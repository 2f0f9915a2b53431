import { customKindsOf, type CustomKind, type CustomKinds } from './definition';

/**
 * The CustomResourceDefinitions that come with this library, by API group. `npm run update-crds` makes the files; each is loaded when an
 * object of its group is met.
 */
/* eslint-disable @typescript-eslint/no-require-imports -- half a megabyte and more is loaded only where it is asked for */
const projects = {
  argoCd: () => require('./definitions/argo-cd.json') as readonly unknown[],
  certManager: () => require('./definitions/cert-manager.json') as readonly unknown[],
  contour: () => require('./definitions/contour.json') as readonly unknown[],
  envoyGateway: () => require('./definitions/envoy-gateway.json') as readonly unknown[],
  fluxKustomizeController: () => require('./definitions/flux-kustomize-controller.json') as readonly unknown[],
  fluxSourceController: () => require('./definitions/flux-source-controller.json') as readonly unknown[],
  gatewayApi: () => require('./definitions/gateway-api.json') as readonly unknown[],
  haproxytechIngress: () => require('./definitions/haproxytech-ingress.json') as readonly unknown[],
  istio: () => require('./definitions/istio.json') as readonly unknown[],
  metallb: () => require('./definitions/metallb.json') as readonly unknown[],
  nginxIngress: () => require('./definitions/nginx-ingress.json') as readonly unknown[],
  traefik: () => require('./definitions/traefik.json') as readonly unknown[],
} as const;
/* eslint-enable @typescript-eslint/no-require-imports */

const files: Readonly<Record<string, () => readonly unknown[]>> = {
  'acme.cert-manager.io': projects.certManager,
  'appprotect.f5.com': projects.nginxIngress,
  'appprotectdos.f5.com': projects.nginxIngress,
  'argoproj.io': projects.argoCd,
  'cert-manager.io': projects.certManager,
  'externaldns.nginx.org': projects.nginxIngress,
  'gateway.envoyproxy.io': projects.envoyGateway,
  'gateway.networking.k8s.io': projects.gatewayApi,
  'ingress.v1.haproxy.org': projects.haproxytechIngress,
  'ingress.v3.haproxy.org': projects.haproxytechIngress,
  'k8s.nginx.org': projects.nginxIngress,
  'kustomize.toolkit.fluxcd.io': projects.fluxKustomizeController,
  'metallb.io': projects.metallb,
  'networking.istio.io': projects.istio,
  'projectcontour.io': projects.contour,
  'security.istio.io': projects.istio,
  'source.toolkit.fluxcd.io': projects.fluxSourceController,
  'traefik.io': projects.traefik,
};

const loaded = new Map<string, CustomKinds>();

/** A custom kind that is known without being given. */
export function knownCustomKind(apiVersion: string, kind: string): CustomKind | undefined {
  const group = apiVersion.slice(0, apiVersion.indexOf('/'));
  const load = Object.hasOwn(files, group) ? files[group] : undefined;
  if (load === undefined) return undefined;
  let kinds = loaded.get(group);
  if (kinds === undefined) {
    kinds = customKindsOf(load());
    loaded.set(group, kinds);
  }
  return kinds.get(`${apiVersion} ${kind}`);
}
