import { deployment, service } from './example-manifests';

interface IngressParts {
  readonly name?: string;
  readonly namespace?: string;
  /** Empty for none. @default 'nginx' */
  readonly className?: string;
  /** One a line, `key: "value"`. */
  readonly annotations?: readonly string[];
  /** Empty for every host. @default 'shop.example.com' */
  readonly host?: string;
  readonly path?: string;
  readonly pathType?: string;
  readonly backend?: string;
  /** @default 'number: 80' */
  readonly port?: string;
  /** Entries of `tls`, in flow style. */
  readonly tls?: string;
  /** More fields of the spec, one a line. */
  readonly spec?: string;
  /** Instead of the one rule. */
  readonly rules?: string;
}

/** A path of examples. */
export function pathTo(backend: string, path = '/', pathType = 'Prefix', port = 'number: 80'): string {
  return `{ path: '${path}', pathType: ${pathType}, backend: { service: { name: ${backend}, port: { ${port} } } } }`;
}

/** A rule of examples. */
export function ruleOf(host: string, ...paths: readonly string[]): string {
  return `{ ${host === '' ? '' : `host: '${host}', `}http: { paths: [${paths.join(', ')}] } }`;
}

/** An Ingress of examples, to the Service `web`. */
export function ingress(parts: IngressParts = {}): string {
  const { name = 'web', namespace, className = 'nginx', annotations = [], host = 'shop.example.com', tls } = parts;
  const { path = '/', pathType = 'Prefix', backend = 'web', port = 'number: 80', spec } = parts;
  const lines = [
    '---',
    'apiVersion: networking.k8s.io/v1',
    'kind: Ingress',
    'metadata:',
    `  name: ${name}`,
    ...(namespace === undefined ? [] : [`  namespace: ${namespace}`]),
    ...(annotations.length === 0 ? [] : ['  annotations:', ...annotations.map((one) => `    ${one}`)]),
    'spec:',
    ...(className === '' ? [] : [`  ingressClassName: ${className}`]),
    ...(tls === undefined ? [] : [`  tls: [${tls}]`]),
    ...(spec === undefined ? [] : [`  ${spec}`]),
    `  rules: [${parts.rules ?? ruleOf(host, pathTo(backend, path, pathType, port))}]`,
  ];
  return `\n${lines.join('\n')}\n`;
}

/** An IngressClass of examples. */
export function ingressClass(name: string, controller: string, annotations = ''): string {
  const noted = annotations === '' ? '' : `, annotations: { ${annotations} }`;
  return `
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: { name: ${name}${noted} }
spec: { controller: ${controller} }
`;
}

/** A Service and its pods of examples. */
export const web = service('app: web') + deployment('web', 'app: web');
