import type { StatusAddress } from '../parts/status-address';
import type { Identity } from '../parts/identity';
import type { ContourProps } from './props';

/** What the two workloads of an installation know of it. */
export interface ContourParts {
  readonly props: ContourProps;
  /** Of Contour itself, which talks to the API server. */
  readonly identity: Identity;
  /** Of Envoy, which takes the traffic. */
  readonly envoy: Identity;
  readonly status: StatusAddress;
  /** Undefined for all of them. */
  readonly namespaces: readonly string[] | undefined;
}

export const images = {
  contour: 'ghcr.io/projectcontour/contour:v1.33.8',
  envoy: 'docker.io/envoyproxy/envoy:distroless-v1.38.9',
} as const;

/** The images name no user that is told by its number. */
export const nonRoot = 65534;

/** Where Envoy asks Contour for its configuration. */
export const xds = { name: 'xds', number: 8001 } as const;

/** Where both see the certificates by which they know each other. */
export const certificates = '/certs';

/** The namespace of a pod, which the programs ask for by this name. */
export const namespaceVariable = 'CONTOUR_NAMESPACE';
