import { deployment, service } from '../example-manifests';

/** A NetworkPolicy of examples that lets in what the rules say, to the pods `app=web`. */
export function policy(ingress: string, parts: { readonly selector?: string; readonly name?: string } = {}): string {
  return `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${parts.name ?? 'web'} }
spec: { podSelector: { ${parts.selector ?? 'matchLabels: { app: web }'} }, policyTypes: [Ingress], ingress: [${ingress}] }
`;
}

export function namespace(name: string, labels = ''): string {
  return `
---
apiVersion: v1
kind: Namespace
metadata: { name: ${name}${labels === '' ? '' : `, labels: { ${labels} }`} }
`;
}

export const web = deployment('web', 'app: web', { ports: 'name: http, containerPort: 8080' });

/** Reached from outside by a port of every node. */
export const open = web + service('app: web', { spec: 'type: NodePort' });

/** Reached from inside alone. */
export const inner = web + service('app: web');

/** Reached by way of an Ingress. */
export const routed = `${inner}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  rules:
    - host: shop.example.com
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] }
`;
