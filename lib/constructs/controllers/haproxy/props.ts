import type { ControllerProps } from '../controller-props';

/** An installation of the HAProxy ingress controller. */
export interface HaproxyProps extends ControllerProps {
  /** The port that its process binds for plain HTTP; on the host network, the port of the node. @default 8080 */
  readonly httpPort?: number;
  /** The same for TLS. @default 8443 */
  readonly httpsPort?: number;
  /** The port that clients use for TLS, to which redirects lead. @default 443 */
  readonly redirectPort?: number;
  /** The Secret with the certificate for hosts that have none, as `namespace/name`. @default - one that the controller signs itself */
  readonly defaultCertificate?: string;
  /**
   * Write the address into the status of Ingresses. False where nothing waits for it: HAProxy takes it from a load balancer, or by a Service
   * of type ExternalName.
   * @default true
   */
  readonly reportStatus?: boolean;
  /** How much it writes into its log. @default 'info' */
  readonly logLevel?: 'error' | 'warning' | 'info' | 'debug' | 'trace';
}
