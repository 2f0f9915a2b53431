import type { ContainerProps } from '../../workload/container';
import type { ControllerProps } from '../controller-props';

/** An installation of Contour: the ways in, and how many pods there are, are those of Envoy, which Contour tells where to lead. */
export interface ContourProps extends Omit<ControllerProps, 'tcpPorts' | 'udpPorts' | 'forwardedHeadersFrom'> {
  /** Make the definitions of Contour's own kinds, without which it does not start; `present` where they are there. @default 'install' */
  readonly customResources?: 'install' | 'present';
  /** The image of Contour with its tag or digest. @default - the release that this library was tested with */
  readonly image?: string;
  /** The image of Envoy, of a release that Contour's knows. @default - the one that is released together with Contour's */
  readonly envoyImage?: string;
  /** The port that Envoy binds for plain HTTP; on the host network, the port of the node. @default 8080 */
  readonly httpPort?: number;
  /** The same for TLS. @default 8443 */
  readonly httpsPort?: number;
  /** How many proxies stand before it that add to `X-Forwarded-For`: as many of its last entries are believed. @default 0 */
  readonly trustedHops?: number;
  /** Seconds until a pod must have taken the connection, for all routes. @default 2 */
  readonly connectTimeoutSeconds?: number;
  /** The pods of Contour itself. @default - two of them */
  readonly controlPlane?: ControlPlaneProps;
}

export interface ControlPlaneProps {
  /** @default 2 */
  readonly replicas?: number;
  /** @default - requests for 100m of CPU and 128Mi of memory, and a limit of 512Mi of memory */
  readonly resources?: ContainerProps['resources'];
}
