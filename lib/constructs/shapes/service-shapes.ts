import { boolean, listOf, needed, mapOf, number, oneOf, propsOf, text, type Shapes } from '../../kubernetes/shape';
import type { Waiver } from '../../findings/waiver';
import type {
  ExternalDns,
  ExternalServiceOptions,
  ServiceOptions,
  ServicePort,
  SessionAffinity,
} from '../exposures/service-options';
import type { Waived } from '../waivable';

/** What a waiver lacks is told where its terms are checked. */
export const waiversShape = listOf(
  propsOf<Partial<Waiver>>({ rule: text, reason: text, owner: text, expires: text, ticket: text }),
);

/** What every way in has. */
export const ofExposure: Shapes<Waived & { mode: string }> = { mode: needed(text), waivers: waiversShape };

/** What every Service has. */
export const ofService: Shapes<ServiceOptions> = {
  name: text,
  ports: listOf(propsOf<ServicePort>({ port: needed(text), servicePort: number })),
  annotations: mapOf(text),
  sessionAffinity: propsOf<SessionAffinity>({ timeoutSeconds: number }),
  internalTrafficPolicy: oneOf('Cluster', 'Local'),
  trafficDistribution: text,
  ipFamilyPolicy: text,
  ipFamilies: listOf(text),
  publishNotReadyAddresses: boolean,
};

/** What every Service has that is reached from outside. */
export const ofExternalService: Shapes<ExternalServiceOptions> = {
  ...ofService,
  clusterIp: text,
  preserveClientIp: boolean,
};

export const externalDnsShape = propsOf<ExternalDns>({ hostname: text, ttlSeconds: number, target: text });
