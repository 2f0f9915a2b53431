/** Who may connect: pods by their namespace and labels, or addresses. */
export type Peer =
  | {
      /** The namespace by its name, or namespaces by their labels. @default - the application's own */
      readonly namespace?: string | Readonly<Record<string, string>>;
      /** Labels of the pods. @default - all pods of the namespace */
      readonly pods?: Readonly<Record<string, string>>;
      readonly cidrs?: never;
    }
  | {
      /** Ranges of addresses. */
      readonly cidrs: readonly [string, ...string[]];
      readonly namespace?: never;
      readonly pods?: never;
    };

/** What a NetworkPolicy cannot know by the ways in alone. */
export interface IsolationProps {
  /** Who may connect inside of the cluster, to the ports of Exposure.clusterIp and Exposure.headless. @default - the pods of the namespace */
  readonly clients?: readonly Peer[];
  /**
   * Where controllers connect from that this program does not install, for Exposure.ingress, tcpRoute and udpRoute.
   * @default - the pods of the controller that the exposure is given
   */
  readonly controller?: Peer;
  /**
   * What controllers on the network of their node connect from, as CIDRs: the addresses of the nodes, and with bridge plugins those of their
   * bridges, which pods of the same node see.
   * @default - not known: any address
   */
  readonly nodes?: readonly string[];
}

/** The pods of an application, as NetworkPolicies of others name them. */
export interface AppPods {
  /** Undefined where that is decided by whoever applies the manifests. */
  readonly namespace: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  /** Whether they are on the network of their node, where no NetworkPolicy knows them. */
  readonly hostNetwork: boolean;
}
