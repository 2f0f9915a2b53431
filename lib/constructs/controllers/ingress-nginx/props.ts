import type { ExposedApp } from '../../exposed-app';
import type { ControllerProps } from '../controller-props';

/** The ports that ingress-nginx binds for itself; on the host network, ports of the node. */
export interface IngressNginxSidePorts {
  /** For probes and metrics. @default 10254 */
  readonly metrics?: number;
  /** For what no route takes. @default 8181 */
  readonly defaultServer?: number;
  /** For its own configuration of nginx. @default 10246 */
  readonly status?: number;
  /** The same for TCP and UDP. @default 10247 */
  readonly stream?: number;
  /** For TLS that it ends itself, where other TLS is passed through. @default 10442 */
  readonly tlsProxy?: number;
}

/** An installation of ingress-nginx, for clusters that have to keep it for a while. */
export interface IngressNginxProps extends ControllerProps {
  /** That it was retired in March 2026, and that what was found since is mended in no release. */
  readonly acknowledgeRetired: true;
  /** The name of its IngressClass. @default - `nginx`, or its name where that is given */
  readonly className?: string;
  /** The one namespace whose Ingresses it serves and whose Secrets it may read. @default - all */
  readonly watchNamespaces?: readonly [string];
  /**
   * Who answers what no Ingress takes: an application with a Service, by the first port of it, or `namespace/service`. The controller does not
   * start where there is none of that name.
   * @default - the controller itself, 404
   */
  readonly defaultBackend?: ExposedApp | `${string}/${string}`;
  /** The highest risk of annotations that it reads, by its own rating. @default - Medium, and High as soon as a route needs it */
  readonly annotationsRiskLevel?: 'Medium' | 'High';
  /** The port that its process binds for plain HTTP. @default 80 */
  readonly httpPort?: number;
  /** The same for TLS. @default 443 */
  readonly httpsPort?: number;
  /** @default - those of ingress-nginx itself, but for tlsProxy, which is 442 there */
  readonly sidePorts?: IngressNginxSidePorts;
}
