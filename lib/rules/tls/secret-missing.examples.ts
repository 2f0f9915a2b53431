import { ingress, web } from '../ingress-example';
import type { Rule } from '../rule';

/** A Secret with a certificate of examples; what it holds is not read here. */
export const secret = (name: string, namespace = ''): string => `
---
apiVersion: v1
kind: Secret
metadata: { name: ${name}${namespace === '' ? '' : `, namespace: ${namespace}`} }
type: kubernetes.io/tls
stringData: { tls.crt: "-----BEGIN CERTIFICATE-----", tls.key: "-----BEGIN PRIVATE KEY-----" }
`;

const made = (apiVersion: string, kind: string, name: string, spec: string): string => `
---
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: ${name} }
spec: ${spec}
`;

const tls = '{ hosts: [shop.example.com], secretName: shop-tls }';
const field = 'spec.tls[0].secretName';

export const good: Rule['good'] = [
  { title: 'in the set', manifests: web + secret('shop-tls') + ingress({ tls }) },
  {
    title: 'made by cert-manager, as the Ingress asks',
    manifests: web + ingress({ tls, annotations: ['cert-manager.io/cluster-issuer: letsencrypt'] }),
  },
  {
    title: 'made for another Ingress of the namespace',
    manifests:
      web +
      ingress({ tls, annotations: ['cert-manager.io/cluster-issuer: letsencrypt'] }) +
      ingress({ name: 'api', path: '/api', tls }),
  },
  {
    title: 'made by a Certificate',
    manifests:
      web +
      ingress({ tls }) +
      made(
        'cert-manager.io/v1',
        'Certificate',
        'shop',
        '{ secretName: shop-tls, dnsNames: [shop.example.com], issuerRef: { name: ca } }',
      ),
  },
  {
    title: 'made by an ExternalSecret',
    manifests: web + ingress({ tls }) + made('external-secrets.io/v1', 'ExternalSecret', 'shop-tls', '{ data: [] }'),
  },
  {
    title: 'made by a SealedSecret',
    manifests:
      web + ingress({ tls }) + made('bitnami.com/v1alpha1', 'SealedSecret', 'shop-tls', '{ encryptedData: {} }'),
  },
  {
    title: 'told by the target',
    manifests: web + ingress({ tls }),
    target: { exists: [{ kind: 'Secret', name: '*-tls' }] },
  },
  { title: 'routes alone, where the rest lies elsewhere', manifests: ingress({ tls }) },
  { title: 'a certificate of the cloud', manifests: web + ingress({ tls, className: 'alb' }) },
];

export const bad: Rule['bad'] = [
  {
    title: 'misspelt',
    manifests: web + secret('shop-tls') + ingress({ tls: tls.replace('shop-tls', 'shop-tsl') }),
    finds: [field],
  },
  {
    title: 'in another namespace',
    manifests: secret('shop-tls', 'certs') + ingress({ tls, namespace: 'shop' }),
    finds: [field],
  },
  { title: 'nobody makes it', manifests: web + ingress({ tls }), finds: [field] },
  {
    title: 'the Certificate keeps it elsewhere',
    manifests:
      web +
      ingress({ tls }) +
      made(
        'cert-manager.io/v1',
        'Certificate',
        'shop-tls',
        '{ secretName: shop-certificate, issuerRef: { name: ca } }',
      ),
    finds: [field],
  },
  {
    title: 'the Certificate of the host has another name, and another Secret',
    manifests:
      web +
      ingress({ tls }) +
      made(
        'cert-manager.io/v1',
        'Certificate',
        'shop',
        '{ secretName: certificate-of-shop, dnsNames: [shop.example.com], issuerRef: { name: ca } }',
      ),
    finds: [field],
  },
];
