/** How the Application Load Balancers of Google Kubernetes Engine are set up, where an Ingress has to say it. */
export interface GkeSettings {
  /**
   * Whether load balancers send requests to the pods (container-native load balancing), which needs a VPC-native cluster; otherwise they go
   * to a port of the nodes, which needs a Service of type NodePort.
   * @default true
   */
  readonly networkEndpointGroups?: boolean;
  /** The name of a Google Cloud Armor policy that is put before the Services. @default - none */
  readonly securityPolicy?: string;
}
