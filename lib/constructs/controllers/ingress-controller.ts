import { Construct } from 'constructs';
import { awsLoadBalancerWith } from '../../controllers/aws-load-balancer';
import type { AwsLoadBalancerSettings } from '../../controllers/aws-load-balancer/settings';
import { azureApplicationGatewayWith } from '../../controllers/azure-application-gateway';
import type { ApplicationGatewaySettings } from '../../controllers/azure-application-gateway/settings';
import type { Controller } from '../../controllers/controller';
import type { ControllerNeed } from '../../controllers/dialect';
import { gkeWith } from '../../controllers/gke';
import { externalClass, internalClass } from '../../controllers/gke/draft';
import type { GkeSettings } from '../../controllers/gke/settings';
import { istioWith } from '../../controllers/istio';
import type { IstioSettings } from '../../controllers/istio/settings';
import type { ExposedApp } from '../exposed-app';
import { installContour } from './contour/install';
import type { ContourProps } from './contour/props';
import { installHaproxy } from './haproxy/install';
import type { HaproxyProps } from './haproxy/props';
import type { CustomControllerProps, ExistingControllerProps } from './existing-controller';
import { customController, ExistingController } from './existing-controller';
import { installIngressNginx } from './ingress-nginx/install';
import type { IngressNginxProps } from './ingress-nginx/props';
import type { AppPods } from '../isolation/props';
import type { Shape } from '../../kubernetes/shape';
import { checkShape } from '../shapes/check-shape';
import { contourShape, haproxyShape, ingressNginxShape, nginxShape, traefikShape } from '../shapes/controller-shapes';
import type { Installation } from './installation';
import type { InstalledController } from './installed-controller';
import { installNginx } from './nginx/install';
import type { NginxProps } from './nginx/props';
import type { TraefikProps } from './traefik/install';
import { installTraefik } from './traefik/install';

export type AwsLoadBalancerProps = ExistingControllerProps & AwsLoadBalancerSettings;
export type AzureApplicationGatewayProps = ExistingControllerProps & ApplicationGatewaySettings;
export type IstioProps = ExistingControllerProps & IstioSettings;
export type GkeProps = Omit<ExistingControllerProps, 'className'> &
  GkeSettings & {
    /** Reached from the network of the cluster alone, by the class `gce-internal`, or from the internet, by `gce`. @default false */
    readonly internal?: boolean;
  };

/**
 * An ingress controller, installed with everything that it needs: namespace, rights, class, workload, and the ways in to it. Give it to
 * `Exposure.ingress({ controller })`: what the options of a route need of the controller itself, the controller is told.
 */
export class IngressController extends Construct implements InstalledController {
  /** Traefik 3, https://doc.traefik.io/traefik/ */
  static traefik(scope: Construct, id: string, props: TraefikProps): IngressController {
    return IngressController.installed(scope, id, 'traefik', props, traefikShape, installTraefik);
  }

  /** Contour with Envoy, which takes the traffic: `app` is Envoy. https://projectcontour.io/docs/ */
  static contour(scope: Construct, id: string, props: ContourProps): IngressController {
    return IngressController.installed(scope, id, 'contour', props, contourShape, installContour);
  }

  /** The controller of HAProxy Technologies, https://github.com/haproxytech/kubernetes-ingress */
  static haproxy(scope: Construct, id: string, props: HaproxyProps): IngressController {
    return IngressController.installed(scope, id, 'haproxy', props, haproxyShape, installHaproxy);
  }

  /** The F5 NGINX Ingress Controller, https://docs.nginx.com/nginx-ingress-controller/ */
  static nginx(scope: Construct, id: string, props: NginxProps): IngressController {
    return IngressController.installed(scope, id, 'nginx', props, nginxShape, installNginx);
  }

  /** The AWS Load Balancer Controller of a cluster on AWS, which makes Application Load Balancers. */
  static awsLoadBalancer(props: AwsLoadBalancerProps = {}): ExistingController {
    return new ExistingController(awsLoadBalancerWith(props), props);
  }

  /** The Application Load Balancers of a cluster on Google Kubernetes Engine. */
  static gke(props: GkeProps = {}): ExistingController {
    const className = props.internal === true ? internalClass : externalClass;
    return new ExistingController(gkeWith(props), { ...props, className });
  }

  /** The Application Gateway Ingress Controller of a cluster on Azure. */
  static azureApplicationGateway(props: AzureApplicationGatewayProps = {}): ExistingController {
    return new ExistingController(azureApplicationGatewayWith(props), props);
  }

  /** The gateway of an Istio mesh that is there already. */
  static istio(props: IstioProps = {}): ExistingController {
    return new ExistingController(istioWith(props), props);
  }

  /** A controller that others installed, of a make whose dialect is known. */
  static custom(props: CustomControllerProps): ExistingController {
    return customController(props);
  }

  /**
   * ingress-nginx, which was retired in March 2026 with vulnerabilities that no release mends: for clusters that have to keep it for a while.
   * https://github.com/kubernetes/ingress-nginx
   */
  static ingressNginx(scope: Construct, id: string, props: IngressNginxProps): IngressController {
    return IngressController.installed(scope, id, 'ingressNginx', props, ingressNginxShape, installIngressNginx);
  }

  /** What is known of its make. */
  readonly facts: Controller;
  /** The name of its IngressClass. */
  readonly className: string;
  /** Its namespace. */
  readonly namespace: string;
  /** Its own pods, and the ways in to them. */
  readonly app: ExposedApp;
  /** The pods that take the traffic, and so connect to applications. */
  readonly pods: AppPods | undefined;
  private readonly installation: Installation;

  /** @param factory that was given the props, for errors */
  private static installed<Props>(
    scope: Construct,
    id: string,
    factory: string,
    props: Props,
    shape: Shape,
    install: (self: Construct, props: Props) => Installation,
  ): IngressController {
    return new IngressController(scope, id, (self) => {
      checkShape(self, `IngressController.${factory}`, props, shape);
      return install(self, props);
    });
  }

  private constructor(scope: Construct, id: string, install: (self: Construct) => Installation) {
    super(scope, id);
    this.installation = install(this);
    const { facts, identity, app } = this.installation;
    this.facts = facts;
    this.className = identity.className;
    this.namespace = identity.namespace;
    this.app = app;
    this.pods = app.pods;
  }

  /** Tells the controller what a route needs of it; a reason where it was installed so that it cannot be had. */
  require(need: ControllerNeed): string | undefined {
    return this.installation.require(need);
  }
}
