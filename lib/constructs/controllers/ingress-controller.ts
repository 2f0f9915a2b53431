import { Construct } from 'constructs';
import type { Controller } from '../../controllers/controller';
import type { ControllerNeed } from '../../controllers/dialect';
import type { ExposedApp } from '../exposed-app';
import { installContour } from './contour/install';
import type { ContourProps } from './contour/props';
import { installHaproxy } from './haproxy/install';
import type { HaproxyProps } from './haproxy/props';
import type { Installation } from './installation';
import type { InstalledController } from './installed-controller';
import type { TraefikProps } from './traefik/install';
import { installTraefik } from './traefik/install';

/**
 * An ingress controller, installed with everything that it needs: namespace, rights, class, workload, and the ways in to it. Give it to
 * `Exposure.ingress({ controller })`: what the options of a route need of the controller itself, the controller is told.
 */
export class IngressController extends Construct implements InstalledController {
  /** Traefik 3, https://doc.traefik.io/traefik/ */
  static traefik(scope: Construct, id: string, props: TraefikProps): IngressController {
    return new IngressController(scope, id, (self) => installTraefik(self, props));
  }

  /** Contour with Envoy, which takes the traffic: `app` is Envoy. https://projectcontour.io/docs/ */
  static contour(scope: Construct, id: string, props: ContourProps): IngressController {
    return new IngressController(scope, id, (self) => installContour(self, props));
  }

  /** The controller of HAProxy Technologies, https://github.com/haproxytech/kubernetes-ingress */
  static haproxy(scope: Construct, id: string, props: HaproxyProps): IngressController {
    return new IngressController(scope, id, (self) => installHaproxy(self, props));
  }

  /** What is known of its make. */
  readonly facts: Controller;
  /** The name of its IngressClass. */
  readonly className: string;
  /** Its namespace. */
  readonly namespace: string;
  /** Its own pods, and the ways in to them. */
  readonly app: ExposedApp;
  private readonly installation: Installation;

  private constructor(scope: Construct, id: string, install: (self: Construct) => Installation) {
    super(scope, id);
    this.installation = install(this);
    const { facts, identity, app } = this.installation;
    this.facts = facts;
    this.className = identity.className;
    this.namespace = identity.namespace;
    this.app = app;
  }

  /** Tells the controller what a route needs of it; a reason where it was installed so that it cannot be had. */
  require(need: ControllerNeed): string | undefined {
    return this.installation.require(need);
  }
}
