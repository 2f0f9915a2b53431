/** A sound Service but for what is written over its spec. */
export function serviceWith(spec: object): object {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { selector: { app: 'web' }, ports: [{ port: 80 }], ...spec },
  };
}

/** Specs of the kinds of Service that the API server tells apart. */
export const kindsOfService = {
  ClusterIP: {},
  headless: { clusterIP: 'None' },
  NodePort: { type: 'NodePort' },
  LoadBalancer: { type: 'LoadBalancer' },
  ExternalName: { type: 'ExternalName', externalName: 'shop.example.com' },
} as const;
