import {
  anything,
  boolean,
  booleanOr,
  fields,
  listOf,
  needed,
  mapOf,
  number,
  propsOf,
  text,
  textOr,
  type Shapes,
} from '../../kubernetes/shape';
import type { ContourProps, ControlPlaneProps } from '../controllers/contour/props';
import type { ControllerProps } from '../controllers/controller-props';
import type { HaproxyProps } from '../controllers/haproxy/props';
import type { IngressNginxProps, IngressNginxSidePorts } from '../controllers/ingress-nginx/props';
import type { NginxProps } from '../controllers/nginx/props';
import type { TraefikProps } from '../controllers/traefik/install';
import { autoscalingShape } from './app-shape';
import { named, ofContainer } from './container-shapes';
import { exposureShape } from './exposure-shape';
import { waiversShape } from './service-shapes';

const ofContour: Shapes<Omit<ControllerProps, 'tcpPorts' | 'udpPorts' | 'forwardedHeadersFrom'>> = {
  exposures: needed(listOf(exposureShape)),
  name: text,
  className: text,
  default: boolean,
  namespace: text,
  createNamespace: boolean,
  watchNamespaces: listOf(text),
  statusAddress: text,
  proxyProtocolFrom: listOf(text),
  externalNameServices: boolean,
  networkPolicy: booleanOr(propsOf<{ metricsFrom: object }>({ metricsFrom: needed(mapOf(text)) })),
  replicas: number,
  perNode: boolean,
  autoscaling: autoscalingShape,
  resources: ofContainer.resources,
  image: text,
  waivers: waiversShape,
  labels: mapOf(text),
  nodeSelector: mapOf(text),
  tolerations: listOf(fields),
  affinity: fields,
  priorityClass: text,
  imagePullSecrets: listOf(named),
};

const ofEvery: Shapes<ControllerProps> = {
  ...ofContour,
  tcpPorts: listOf(number),
  udpPorts: listOf(number),
  forwardedHeadersFrom: listOf(text),
};
const ports = { httpPort: number, httpsPort: number };

export const traefikShape = propsOf<TraefikProps>({ ...ofEvery, ...ports, customResources: text, logLevel: text });

export const contourShape = propsOf<ContourProps>({
  ...ofContour,
  ...ports,
  customResources: text,
  envoyImage: text,
  trustedHops: number,
  connectTimeoutSeconds: number,
  controlPlane: propsOf<ControlPlaneProps>({ replicas: number, resources: ofContainer.resources }),
});

export const haproxyShape = propsOf<HaproxyProps>({
  ...ofEvery,
  ...ports,
  redirectPort: number,
  defaultCertificate: text,
  reportStatus: boolean,
  logLevel: text,
});

export const nginxShape = propsOf<NginxProps>({
  ...ofEvery,
  ...ports,
  customResources: text,
  defaultCertificate: text,
  logLevel: text,
});

const sidePorts = propsOf<IngressNginxSidePorts>({
  metrics: number,
  defaultServer: number,
  status: number,
  stream: number,
  tlsProxy: number,
});

export const ingressNginxShape = propsOf<
  Omit<IngressNginxProps, 'acknowledgeRetired'> & { acknowledgeRetired?: unknown }
>({
  ...ofEvery,
  ...ports,
  // What is to be acknowledged is told where it is asked for.
  acknowledgeRetired: anything,
  defaultBackend: textOr(fields),
  annotationsRiskLevel: text,
  sidePorts,
});
