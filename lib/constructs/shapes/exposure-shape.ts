import {
  boolean,
  listOf,
  listOrOne,
  mapOf,
  misfit,
  needed,
  number,
  oneOf,
  propsOf,
  text,
  textOr,
  type Shape,
  type Shapes,
} from '../../kubernetes/shape';
import { quoteList } from '../../kubernetes/wording';
import type { LoadBalancerHealthCheck, LoadBalancerWishes } from '../../target/load-balancer';
import type { ClusterIpExposure } from '../exposures/cluster-ip';
import type { Exposure } from '../exposures/exposure';
import type { ExternalIpsExposure } from '../exposures/external-ips';
import type { HeadlessExposure } from '../exposures/headless';
import type { HostPort, HostPortExposure } from '../exposures/host-port';
import type { LoadBalancerExposure } from '../exposures/load-balancer';
import type { NodePortExposure } from '../exposures/node-port';
import type { NodeServicePort } from '../exposures/service-options';
import type { Waived } from '../waivable';
import { ingressShape, portRouteShape } from './ingress-shapes';
import { externalDnsShape, ofExposure, ofExternalService, ofService } from './service-shapes';

const ofLoadBalancer: Shapes<LoadBalancerWishes> = {
  internal: boolean,
  address: listOrOne(text),
  addressIds: listOf(text),
  subnets: listOf(text),
  proxyProtocol: boolean,
  healthCheck: propsOf<LoadBalancerHealthCheck>({
    protocol: text,
    path: text,
    port: textOr(number),
    intervalSeconds: number,
    timeoutSeconds: number,
    healthyThreshold: number,
    unhealthyThreshold: number,
  }),
  crossZone: boolean,
  sharingKey: text,
};

const nodeServicePorts = listOf(
  propsOf<NodeServicePort>({ port: needed(text), servicePort: number, nodePort: number }),
);
const { name, annotations, ipFamilyPolicy, ipFamilies, publishNotReadyAddresses } = ofService;

const byMode: Readonly<Record<Exposure['mode'], Shape>> = {
  hostNetwork: propsOf<Waived & { mode: string }>(ofExposure),
  hostPort: propsOf<HostPortExposure & Waived>({
    ...ofExposure,
    ports: listOf(propsOf<HostPort>({ port: needed(text), hostPort: number, hostIp: text })),
    hostIp: text,
  }),
  clusterIp: propsOf<ClusterIpExposure & Waived>({ ...ofExposure, ...ofService, clusterIp: text }),
  headless: propsOf<HeadlessExposure & Waived>({
    ...ofExposure,
    ...{ name, annotations, ipFamilyPolicy, ipFamilies, publishNotReadyAddresses },
    ports: listOf(propsOf<{ port: string }>({ port: needed(text) })),
  }),
  nodePort: propsOf<NodePortExposure & Waived>({ ...ofExposure, ...ofExternalService, ports: nodeServicePorts }),
  loadBalancer: propsOf<LoadBalancerExposure & Waived>({
    ...ofExposure,
    ...ofExternalService,
    ...ofLoadBalancer,
    ports: nodeServicePorts,
    nodePorts: boolean,
    healthCheckNodePort: number,
    loadBalancerClass: text,
    sourceRanges: listOf(text),
    externalDns: externalDnsShape,
  }),
  externalIps: propsOf<ExternalIpsExposure & Waived>({
    ...ofExposure,
    ...ofExternalService,
    ips: needed(listOf(text)),
  }),
  ingress: ingressShape,
  tcpRoute: portRouteShape,
  udpRoute: portRouteShape,
  externalName: propsOf<Extract<Exposure, { readonly mode: 'externalName' }>>({
    ...ofExposure,
    host: needed(text),
    name: text,
    annotations: mapOf(text),
  }),
};

const modes = Object.keys(byMode);
const mode = oneOf(...modes);

export const exposureShape: Shape = (value) => {
  if (typeof value === 'function') return misfit(value, 'call it, as Exposure.clusterIp() does');
  if (typeof value !== 'object' || value === null || !('mode' in value))
    return misfit(value, `a way in is needed, made by one of Exposure: ${quoteList(modes)}`);
  const wrong = mode(value.mode);
  return wrong === undefined ? byMode[value.mode as Exposure['mode']](value) : { at: 'mode', problem: wrong.problem };
};
