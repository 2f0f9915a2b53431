import { ingress, web } from '../ingress-example';
import type { Rule } from '../rule';

/** Made for these examples, for `shop.example.com` and `*.apps.example.com`; its key was never kept. */
const secret = `
---
apiVersion: v1
kind: Secret
metadata: { name: shop-tls }
type: kubernetes.io/tls
stringData:
  tls.key: ""
  tls.crt: |
    -----BEGIN CERTIFICATE-----
    MIIBvzCCAWagAwIBAgIUAi6f2eA6oNaAYUq3y6DB8BQyfUswCgYIKoZIzj0EAwIw
    GzEZMBcGA1UEAwwQc2hvcC5leGFtcGxlLmNvbTAgFw0yNjExMjExMzI3MDZaGA8y
    MTI2MTAyODEzMjcwNlowGzEZMBcGA1UEAwwQc2hvcC5leGFtcGxlLmNvbTBZMBMG
    ByqGSM49AgEGCCqGSM49AwEHA0IABOr3W7dQ0zcbeW59YizaPoGLcZ6A6NRDShhF
    1+6hpoBYD/O62+o3Gyda/QI3TEJcxr935FJtcAVZO3kKG4ZpIgejgYUwgYIwHQYD
    VR0OBBYEFN7frF82ecwXl5oUG5IWFigbaDD4MB8GA1UdIwQYMBaAFN7frF82ecwX
    l5oUG5IWFigbaDD4MA8GA1UdEwEB/wQFMAMBAf8wLwYDVR0RBCgwJoIQc2hvcC5l
    eGFtcGxlLmNvbYISKi5hcHBzLmV4YW1wbGUuY29tMAoGCCqGSM49BAMCA0cAMEQC
    IFUmYQVFxgYdLKkcKkdlK1TLce9RuC62UpBW44lwngQoAiBB9UrizkedJ0U1OAAA
    KH2z+tW7vSSYGcYpjpBUDcbElQ==
    -----END CERTIFICATE-----
`;

const certificate = `
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: shop }
spec: { secretName: shop-tls, dnsNames: [shop.example.com], issuerRef: { name: ca } }
`;

const served = (host: string): string => web + ingress({ host, tls: `{ hosts: ['${host}'], secretName: shop-tls }` });
const field = 'spec.tls[0].hosts[0]';

export const good: Rule['good'] = [
  { title: 'its name', manifests: served('shop.example.com') + secret },
  { title: 'one label under its wildcard', manifests: served('a.apps.example.com') + secret },
  { title: 'the wildcard itself', manifests: served('*.apps.example.com') + secret },
  { title: 'a Certificate of cert-manager', manifests: served('shop.example.com') + certificate },
];

export const bad: Rule['bad'] = [
  { title: 'another name', manifests: served('www.example.com') + secret, finds: [field] },
  { title: 'two labels under its wildcard', manifests: served('a.b.apps.example.com') + secret, finds: [field] },
  { title: 'the wildcard above', manifests: served('*.example.com') + secret, finds: [field] },
  { title: 'a Certificate for another name', manifests: served('www.example.com') + certificate, finds: [field] },
  {
    title: 'no hosts under tls, and the rule has another',
    manifests: web + ingress({ host: 'www.example.com', tls: '{ secretName: shop-tls }' }) + secret,
    finds: ['spec.tls[0].secretName'],
  },
];
