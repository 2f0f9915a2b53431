interface CustomParts {
  readonly namespace?: string;
  /** In flow style. */
  readonly annotations?: string;
}

/** An object of examples, of a kind that Kubernetes itself does not have: `traefik.io/v1alpha1 IngressRoute`. The spec is in flow style. */
export function custom(type: string, name: string, spec: string, parts: CustomParts = {}): string {
  const [apiVersion = '', kind = ''] = type.split(' ');
  const namespace = parts.namespace === undefined ? '' : `, namespace: ${parts.namespace}`;
  const annotations = parts.annotations === undefined ? '' : `, annotations: { ${parts.annotations} }`;
  return `
---
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: ${name}${namespace}${annotations} }
spec: ${spec}
`;
}

/** An IngressRoute of examples, to port 80 of the Service `web`. */
export function ingressRoute(
  match = 'Host(`shop.example.com`)',
  { name = 'shop', spec = '', route = '', services = '{ name: web, port: 80 }', ...parts }: IngressRouteParts = {},
): string {
  const routes = `routes: [{ kind: Rule, match: '${match}', services: [${services}]${more(route)} }]`;
  return custom('traefik.io/v1alpha1 IngressRoute', name, `{ ${routes}${more(spec)} }`, parts);
}

interface IngressRouteParts extends CustomParts {
  readonly name?: string;
  /** More fields of the spec, in flow style. */
  readonly spec?: string;
  /** More fields of the one route, in flow style. */
  readonly route?: string;
  readonly services?: string;
}

/** An HTTPProxy of examples. */
export function httpProxy(name: string, spec: string, parts: CustomParts = {}): string {
  return custom('projectcontour.io/v1 HTTPProxy', name, `{ ${spec} }`, parts);
}

/** A route of the Gateway API of examples, to port 80 of the Service `web`. */
export function httpRoute(spec = 'parentRefs: [{ name: edge }]', parts: RouteParts = {}): string {
  const { name = 'shop', kind = 'HTTPRoute', backends = '{ name: web, port: 80 }', ...rest } = parts;
  const type = `gateway.networking.k8s.io/v1 ${kind}`;
  return custom(type, name, `{ ${spec}, rules: [{ backendRefs: [${backends}] }] }`, rest);
}

interface RouteParts extends CustomParts {
  readonly name?: string;
  readonly kind?: string;
  readonly backends?: string;
}

/** A Gateway of examples, with these listeners. */
export function gateway(listeners = '{ name: http, port: 80, protocol: HTTP }', parts: RouteParts = {}): string {
  const { name = 'edge', ...rest } = parts;
  const type = 'gateway.networking.k8s.io/v1 Gateway';
  return custom(type, name, `{ gatewayClassName: eg, listeners: [${listeners}] }`, rest);
}

/** A VirtualService of Istio of examples. */
export function virtualService(spec: string, parts: CustomParts & { readonly name?: string } = {}): string {
  return custom('networking.istio.io/v1 VirtualService', parts.name ?? 'shop', `{ ${spec} }`, parts);
}

function more(fields: string): string {
  return fields === '' ? '' : `, ${fields}`;
}
