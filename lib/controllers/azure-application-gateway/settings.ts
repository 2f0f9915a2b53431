/** How an Azure Application Gateway is set up, where an Ingress has to say it. */
export interface ApplicationGatewaySettings {
  /** Listen on the private address of the gateway, or on the public one. @default - what the controller was told, else on the public one */
  readonly internal?: boolean;
}
