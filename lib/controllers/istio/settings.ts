import type { ControllerNeed } from '../dialect';

/** The gateway of the mesh that is meant. */
export interface IstioSettings {
  /** The labels of its pods. @default - the mesh's ingress gateway, `istio: ingressgateway` */
  readonly gatewayLabels?: Readonly<Record<string, string>>;
  /** The namespace of its pods, where the policies of who may come in have to stand. @default - not known */
  readonly gatewayNamespace?: string;
  /**
   * The ports that its pods take HTTP and HTTPS on: 80 and 443, or 8080 and 8443. Policies of who may come in hold for them alone, since one
   * without ports holds for everything else that passes the gateway.
   * @default - not known
   */
  readonly gatewayHttpPorts?: readonly [number, ...number[]];
}

export const defaultLabels: Readonly<Record<string, string>> = { istio: 'ingressgateway' };

export const needs = {
  secrets: {
    id: 'gateway-secrets',
    setting: 'the Secrets that the route names in the namespace of the gateway, which reads no others',
  },
  serviceEntry: {
    id: 'service-entry',
    setting:
      'a ServiceEntry for the host outside, with resolution DNS, since names are followed to hosts of the mesh alone',
  },
} as const satisfies Readonly<Record<string, ControllerNeed>>;
