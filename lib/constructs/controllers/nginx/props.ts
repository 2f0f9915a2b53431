import type { ControllerProps } from '../controller-props';

/** An installation of the F5 NGINX Ingress Controller. */
export interface NginxProps extends ControllerProps {
  /**
   * The controller's own kinds (Policy, VirtualServer, TransportServer, GlobalConfiguration): `install` reads them and makes their definitions,
   * `present` reads those that are there, `none` refuses routes that need them.
   * @default - read and defined as soon as a route or a port needs them
   */
  readonly customResources?: 'install' | 'present' | 'none';
  /** The port that its process binds for plain HTTP; on the host network, the port of the node. @default 80 */
  readonly httpPort?: number;
  /** The same for TLS. Redirects to HTTPS lead to it, so that another is for clients that come by it. @default 443 */
  readonly httpsPort?: number;
  /** The Secret with the certificate for hosts that have none, as `namespace/name`. @default - TLS for them is refused */
  readonly defaultCertificate?: string;
  /** How much it writes into its log. @default 'info' */
  readonly logLevel?: 'fatal' | 'error' | 'warning' | 'info' | 'debug' | 'trace';
}
