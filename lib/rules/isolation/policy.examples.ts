/** A NetworkPolicy. @param spec in the flow style */
export function policy(spec: string, name = 'web'): string {
  return `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name} }
spec: { ${spec} }
---`;
}

/** One that lets in everybody to port 8080 of the pods with `app: web`. */
export const openPolicy = policy('podSelector: { matchLabels: { app: web } }, ingress: [{ ports: [{ port: 8080 }] }]');
