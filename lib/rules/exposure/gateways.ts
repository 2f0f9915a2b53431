import { makeOfImage } from '../../graph/controllers-in-set';
import { imageOf } from '../../graph/image-of';
import type { Workload, WorkloadContainer } from '../../graph/workload';
import { publisherOf } from '../../kubernetes/images';

/** Proxies that take the traffic of others, beside the ingress controllers whose annotations are known. */
const gatewayOfImage = publisherOf([
  {
    images: [
      'apache/apisix',
      'cilium/cilium',
      'cilium/cilium-envoy',
      'datawire/aes',
      'datawire/ambassador',
      'datawire/emissary',
      'devopsfaith/krakend',
      'emissaryingress/emissary',
      'envoyproxy/envoy',
      'envoyproxy/envoy-alpine',
      'envoyproxy/envoy-distroless',
      'higress/gateway',
      'kgateway-dev/agentgateway',
      'kgateway-dev/envoy-wrapper',
      'kong',
      'kong/kong-gateway',
      'krakend/krakend-ee',
      'nginx-gateway-fabric',
      'nginx-gateway-fabric/nginx',
      'nginx-gateway-fabric/nginx-plus',
      'openshift/origin-haproxy-router',
      'pomerium/ingress-controller',
      'pomerium/pomerium',
      // Of Istio, and of those who publish their own build of it.
      'proxyv2',
      'solo-io/envoy-wrapper',
      'solo-io/gloo-envoy-wrapper',
      'teapot/skipper',
      'tykio/tyk-gateway',
      'tykio/tyk-gateway-ee',
      'zalando/skipper',
    ],
  },
]);

/** Whether pods are an ingress controller or a gateway, which is there to be reached. */
export function isGateway({ annotations, containers }: Workload): boolean {
  return isInjectedGateway(annotations) || containers.some((one) => one.stays && isProxyOfOthers(one));
}

/** Whether Istio puts its proxy in the place of the container `auto` (https://istio.io/latest/docs/setup/additional-setup/gateway/). */
function isInjectedGateway(annotations: Workload['annotations']): boolean {
  const templates = annotations['inject.istio.io/templates'];
  return typeof templates === 'string' && templates.split(',').some((one) => one.trim() === 'gateway');
}

function isProxyOfOthers(one: WorkloadContainer): boolean {
  const image = imageOf(one);
  if (makeOfImage(image) !== undefined) return true;
  // The same program stands beside applications, too, and is told so.
  return gatewayOfImage(image) !== undefined && !(one.container.args ?? []).includes('sidecar');
}
