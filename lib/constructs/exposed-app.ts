import type { ApiObject } from 'cdk8s';
import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Target } from '../target/target';
import { Addresses } from './address';
import { buildApp } from './build-app';
import type { ExposedAppProps } from './exposed-app-props';
import type { AppPods } from './isolation/props';
import { checkAppName, checkNamespace } from './names';
import { appShape } from './shapes/app-shape';
import { checkShape } from './shapes/check-shape';

/**
 * An application and the ways in to it.
 *
 * Makes the workload (unless one is given), a Service for each way in that needs one, and Ingresses. By default the pods meet Pod Security
 * "restricted". What cannot work is thrown as a `ConstructError` while the tree is built, so before anything is written.
 */
export class ExposedApp<const Port extends string = string> extends Construct {
  /** The name of the application. */
  readonly name: string;
  /** The Deployment, DaemonSet, StatefulSet, Pod or Job; undefined for pods of others and for external names. */
  readonly workload: ApiObject | undefined;
  /** The Services by name. */
  readonly services: Readonly<Record<string, ApiObject>>;
  /** The Ingresses by name. */
  readonly ingresses: Readonly<Record<string, ApiObject>>;
  /** The Ingresses, and whatever else an ingress controller reads: its own kinds, middlewares, ... */
  readonly routes: readonly ApiObject[];
  /** What an ingress controller that this program does not install must be told for the options of the Ingresses to work. */
  readonly controllerNeeds: readonly string[];
  /** The HorizontalPodAutoscaler, where there is one. */
  readonly autoscaler: ApiObject | undefined;
  /** The PodDisruptionBudget, where there is one. */
  readonly disruptionBudget: ApiObject | undefined;
  /** The NetworkPolicy, where the application is isolated. */
  readonly networkPolicy: ApiObject | undefined;
  /** Its pods, as a NetworkPolicy of others names them; undefined for external names. */
  readonly pods: AppPods | undefined;
  private readonly addresses: Addresses;

  constructor(scope: Construct, id: string, props: ExposedAppProps<Port>) {
    super(scope, id);
    checkShape(this, 'ExposedApp', props, appShape);
    this.name = props.name ?? id;
    checkAppName(this, this.name);
    const namespace = props.namespace ?? Chart.of(this).namespace;
    if (namespace !== undefined) checkNamespace(this, namespace);
    const target = Target.of(this);
    const built = buildApp(this, this.name, props, target);
    this.workload = built.workload;
    this.autoscaler = built.autoscaler;
    this.disruptionBudget = built.disruptionBudget;
    this.services = built.services;
    this.routes = built.routes;
    this.ingresses = Object.fromEntries(
      built.routes.filter(({ kind }) => kind === 'Ingress').map((ingress) => [ingress.name, ingress]),
    );
    this.controllerNeeds = built.controllerNeeds;
    this.networkPolicy = built.networkPolicy;
    this.pods = built.pods;
    const domain = namespace === undefined ? '' : `.${namespace}.svc.${target.clusterDomain}`;
    this.addresses = new Addresses(this, built.ports, built.written, domain);
  }

  /**
   * Where other applications of the cluster reach a port: `shop.prod.svc.cluster.local:80`. Without a namespace the name alone, which
   * means something in the same namespace only.
   *
   * @param port the name of the port
   * @param service the Service to go by; by default the first one that offers the port
   * @throws ConstructError where no Service offers the port
   */
  address(port: Port, service?: string): string {
    return this.addresses.address(port, service);
  }

  /** The same with a scheme, which follows from the port's appProtocol or name: `https://shop.prod.svc.cluster.local`. */
  url(port: Port, service?: string): string {
    return this.addresses.url(port, service);
  }
}
