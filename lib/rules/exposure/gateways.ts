import { imageOf } from '../../graph/image-of';
import { makeOfImage } from '../../graph/controllers-in-set';
import type { Workload } from '../../graph/workload';

/** Proxies that take the traffic of others, beside the ingress controllers whose annotations are known. */
const gatewayImages: readonly string[] = [
  'envoyproxy/envoy',
  'istio/proxyv2',
  'nginxinc/nginx-gateway-fabric',
  'nginx/nginx-gateway-fabric',
  'kong/kong-gateway',
  'library/kong',
  'cilium/cilium-envoy',
  'apache/apisix',
];

/** Whether pods are an ingress controller or a gateway, which is there to be reached. */
export function isGateway({ containers }: Workload): boolean {
  return containers.some((one) => {
    const image = imageOf(one);
    return one.stays && (makeOfImage(image) !== undefined || gatewayImages.includes(image.path));
  });
}
