import type { Route, RouteObject } from '../../controllers/dialect';
import type { IngressTls } from './ingress';

type Issued = Pick<IngressTls, 'issuer' | 'clusterIssuer'>;

/** What cert-manager reads on an Ingress. https://cert-manager.io/docs/usage/ingress/#supported-annotations */
export function issuerAnnotations(entries: readonly Issued[]): Record<string, string> {
  const annotations: Record<string, string> = {};
  for (const { issuer, clusterIssuer } of entries) {
    if (issuer !== undefined) annotations['cert-manager.io/issuer'] = issuer;
    if (clusterIssuer !== undefined) annotations['cert-manager.io/cluster-issuer'] = clusterIssuer;
  }
  return annotations;
}

/** The same for a route that is no Ingress, and so not read by cert-manager: what it would make of one. */
export function certificates(entries: readonly Issued[], tls: Route['tls']): readonly RouteObject[] {
  return entries.flatMap(({ issuer, clusterIssuer }, i) => {
    const entry = tls[i];
    const name = issuer ?? clusterIssuer;
    if (entry === undefined || name === undefined) return [];
    const { hosts, secretName } = entry;
    const issuerRef = { group: 'cert-manager.io', kind: issuer === undefined ? 'ClusterIssuer' : 'Issuer', name };
    return [
      {
        apiVersion: 'cert-manager.io/v1',
        kind: 'Certificate',
        name: secretName,
        spec: { secretName, dnsNames: hosts, issuerRef },
      },
    ];
  });
}
