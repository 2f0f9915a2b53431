import { controllers } from '../../controllers';
import { ingressOptionShape } from '../../controllers/ingress-option-shape';
import {
  fields,
  listOf,
  needed,
  listOrOne,
  mapOf,
  number,
  oneOf,
  propsOf,
  text,
  type Shape,
  type Shapes,
} from '../../kubernetes/shape';
import type {
  IngressBackend,
  IngressExposure,
  IngressPath,
  IngressRule,
  IngressTls,
  ResourceBackend,
} from '../exposures/ingress';
import type { TcpRouteExposure } from '../exposures/port-route';
import type { ServiceOptions } from '../exposures/service-options';
import type { Waived } from '../waivable';
import { externalDnsShape, ofExposure, ofService } from './service-shapes';

const ofBackend: Shapes<IngressBackend> = {
  port: text,
  resource: propsOf<ResourceBackend>({ apiGroup: text, kind: needed(text), name: needed(text) }),
};
const ofPath: Shapes<IngressPath> = {
  ...ofBackend,
  path: text,
  pathType: oneOf('Exact', 'Prefix', 'ImplementationSpecific'),
};

const tls = propsOf<IngressTls>({ hosts: listOf(text), secretName: text, issuer: text, clusterIssuer: text }, [
  'issuer',
  'clusterIssuer',
]);

const make = oneOf(...Object.keys(controllers));
/** The name of a make, or one that is installed or known to be there. */
const controller: Shape = (value) => (typeof value === 'object' ? fields(value) : make(value));

export const ingressShape = propsOf<IngressExposure & Waived>(
  {
    ...ofExposure,
    ...ofPath,
    name: text,
    className: text,
    controller,
    options: ingressOptionShape,
    tls: listOrOne(tls),
    defaultBackend: propsOf<IngressBackend>(ofBackend, ['port', 'resource']),
    externalDns: externalDnsShape,
    annotations: mapOf(text),
    service: propsOf<ServiceOptions>(ofService),
    host: text,
    rules: listOf(
      propsOf<IngressRule>({ host: text, paths: listOf(propsOf<IngressPath>(ofPath, ['port', 'resource'])) }),
    ),
  },
  ['port', 'resource'],
  ['host', 'rules'],
);

export const portRouteShape = propsOf<Omit<TcpRouteExposure, 'mode'> & Waived & { mode: string }>({
  ...ofExposure,
  controller: needed(controller),
  listenPort: needed(number),
  port: text,
  name: text,
  className: text,
  annotations: mapOf(text),
});
