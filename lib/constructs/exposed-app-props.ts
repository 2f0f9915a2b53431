import type { Waiver } from '../findings/waiver';
import type { PodExposure, ServiceExposure } from './exposures/exposure';
import type { ExternalNameExposure } from './exposures/external-name';
import type { IngressExposure } from './exposures/ingress';
import type { IsolationProps } from './isolation/props';
import type { AppPort } from './ports';
import type { ContainerProps, InitContainerProps, NamedContainerProps } from './workload/container';
import type { GivenWorkload } from './workload/given-workload';
import type { PodProps } from './workload/pod-template';
import type { ScalingProps } from './workload/scaling';

interface AppProps {
  /** The name of the application, of its workload and of the Service behind its Ingress. @default - the construct's id */
  readonly name?: string;
  /** @default - the chart's namespace */
  readonly namespace?: string;
  /** Labels of every object and of the pods, beside `app.kubernetes.io/name`. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of every object but the pods. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}

interface IsolatedProps {
  /**
   * Write a NetworkPolicy that lets in what the ways in ask for, and nothing else, as far as one can say it.
   * @default false
   */
  readonly isolate?: boolean | IsolationProps;
}

interface PodAppProps<Port extends string> extends AppProps, IsolatedProps, PodProps {
  /** Containers that start before the others and end after them (native sidecars; Kubernetes 1.29). @default - none */
  readonly sidecars?: readonly NamedContainerProps<Port>[];
  /** Containers that run to their end, one after the other, before the others start. @default - none */
  readonly initContainers?: readonly InitContainerProps[];
  /** The ways in. @default - none */
  // Arrays that can be written say nothing new, but the compiler compares with that member of a union which has most in common with what it was
  // given, and would else call a way in that is wrong here no Exposure.externalName.
  readonly exposures?: readonly PodExposure<NoInfer<Port>>[] | PodExposure<NoInfer<Port>>[];
  /** Findings about the pods themselves that may pass until a day; those about a way in are waived where it is made. @default - none */
  readonly waivers?: readonly Waiver[];
  readonly workload?: never;
  readonly selector?: never;
}

/** An application of one container, which is named as the application is. */
export type ContainerAppProps<Port extends string = string> = PodAppProps<Port> &
  ScalingProps &
  ContainerProps<Port> & { readonly containers?: never };

/** An application of several containers in one pod. */
export type ContainersAppProps<Port extends string = string> = PodAppProps<Port> &
  ScalingProps & {
    readonly containers: readonly [NamedContainerProps<Port>, ...NamedContainerProps<Port>[]];
    readonly image?: never;
    readonly ports?: never;
  };

/** Ways in to a workload of cdk8s-plus. */
export interface WorkloadAppProps<Port extends string = string> extends AppProps, IsolatedProps {
  /** A Deployment, DaemonSet, StatefulSet, Pod or Job of cdk8s-plus. */
  readonly workload: GivenWorkload;
  /** Names for the workload's ports, by number. @default - the workload's own names, and `tcp-8080` for a port without one */
  readonly ports?: readonly AppPort<Port>[];
  readonly exposures: readonly PodExposure<NoInfer<Port>>[];
  readonly selector?: never;
  readonly image?: never;
  readonly containers?: never;
}

/** Ways in to pods that somebody else deploys. */
export interface SelectorAppProps<Port extends string = string> extends AppProps, IsolatedProps {
  /** Labels of the pods. */
  readonly selector: Readonly<Record<string, string>>;
  /** The ports that the pods declare, by the names that they have there. */
  readonly ports: readonly AppPort<Port>[];
  readonly exposures: readonly ServiceExposure<NoInfer<Port>>[];
  readonly workload?: never;
  readonly image?: never;
  readonly containers?: never;
}

/** A name inside the cluster for something outside of it. */
export interface ExternalAppProps<Port extends string = string> extends AppProps {
  /** One name or several; with one, an Ingress may lead to it, where the controller follows such Services. */
  readonly exposures: readonly [ExternalNameExposure, ...(ExternalNameExposure | IngressExposure<NoInfer<Port>>)[]];
  /** The ports of the host outside, for `address`, `url` and an Ingress. @default - none */
  readonly ports?: readonly AppPort<Port>[];
  /** There are no pods to isolate. */
  readonly isolate?: never;
  readonly workload?: never;
  readonly selector?: never;
  readonly image?: never;
  readonly containers?: never;
}

/** An application and its ways in. */
export type ExposedAppProps<Port extends string = string> =
  | ContainerAppProps<Port>
  | ContainersAppProps<Port>
  | WorkloadAppProps<Port>
  | SelectorAppProps<Port>
  | ExternalAppProps<Port>;
