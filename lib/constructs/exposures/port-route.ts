import type { ControllerName } from '../../controllers';
import type { InstalledController } from '../controllers/installed-controller';

export interface PortRouteProps<Port extends string = string> {
  /** The make of the controller, or one that this program installs. */
  readonly controller: ControllerName | InstalledController;
  /** The port on which the controller listens. Nothing tells applications apart there, so that it leads to one alone. */
  readonly listenPort: number;
  /** The name of the application's port. @default - its only port of that protocol */
  readonly port?: Port;
  /** The name of the route. @default - `<application>-tcp-<listenPort>`, or udp */
  readonly name?: string;
  /** The class of the controller. @default - the class of `controller` */
  readonly className?: string;
  /** Annotations of the route. @default - the application's */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A port of an ingress controller that leads to the application by TCP, without HTTP. */
export interface TcpRouteExposure<Port extends string = string> extends PortRouteProps<Port> {
  readonly mode: 'tcpRoute';
}

/** A port of an ingress controller that leads to the application by UDP. */
export interface UdpRouteExposure<Port extends string = string> extends PortRouteProps<Port> {
  readonly mode: 'udpRoute';
}
