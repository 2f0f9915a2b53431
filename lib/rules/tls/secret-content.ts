import { certificateOf, keyOf, secretText } from './certificate';
import { besides, ingresses } from '../../graph/subjects';
import { nameOf, type SetObject } from '../../graph/set-object';
import { tlsEntries } from '../../graph/tls-entries';
import type { Secret } from '../../kubernetes/api';
import { fieldsOf } from '../../manifests/untyped';
import { nearest, quoteList } from '../../kubernetes/wording';
import { ingress, web } from '../ingress-example';
import { defineRule, type Problem } from '../rule';

const secret = (type: string, data: string): string => `
---
apiVersion: v1
kind: Secret
metadata: { name: shop-tls }
type: ${type}
stringData: { ${data} }
`;
const used = web + ingress({ tls: '{ hosts: [shop.example.com], secretName: shop-tls }' });
const crt = '"-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----"';
const key = '"-----BEGIN PRIVATE KEY-----\\nMIIB\\n-----END PRIVATE KEY-----"';

export const tlsSecretContent = defineRule({
  id: 'tls/secret-content',
  class: 'broken',
  on: ['Ingress'],
  among: besides(['Secret'], ingresses),
  summary: 'The Secret of a certificate holds `tls.crt` and `tls.key`, and they belong together.',
  why: 'A controller that finds no certificate in the Secret answers with one of its own, which browsers refuse.',
  fix: 'Make the Secret with `kubectl create secret tls`: the type kubernetes.io/tls, PEM in `tls.crt` and `tls.key`.',
  symptoms: ['fake certificate', 'TRAEFIK DEFAULT CERT', 'no such file tls.crt', 'unexpected error creating SSL Cert'],
  references: ['https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets'],
  good: [
    { title: 'both keys', manifests: used + secret('kubernetes.io/tls', `tls.crt: ${crt}, tls.key: ${key}`) },
    { title: 'both keys, without the type', manifests: used + secret('Opaque', `tls.crt: ${crt}, tls.key: ${key}`) },
    {
      title: 'a value that is filled in later',
      manifests: used + secret('kubernetes.io/tls', 'tls.crt: "", tls.key: ""'),
    },
  ],
  bad: [
    { title: 'other keys', manifests: used + secret('Opaque', `cert.pem: ${crt}, key.pem: ${key}`), finds: ['type'] },
    { title: 'a key is missing', manifests: used + secret('Opaque', `tls.crt: ${crt}`), finds: ['stringData'] },
    {
      title: 'something else',
      manifests: used + secret('kubernetes.io/tls', `tls.crt: certificate, tls.key: ${key}`),
      finds: ['stringData[tls.crt]'],
    },
  ],
  *check(ingress, { graph }) {
    for (const { secretName, field } of tlsEntries(ingress)) {
      const secret = secretName === '' ? undefined : graph.find('Secret', ingress.namespace, secretName);
      const problem = secret === undefined ? undefined : contentProblem(secret);
      if (problem === undefined || secret === undefined) continue;
      yield { ...problem, object: secret, related: [{ object: ingress, field: `${field}.secretName` }] };
    }
  },
});

const needed = ['tls.crt', 'tls.key'] as const;

function contentProblem(secret: SetObject<Secret>): Problem | undefined {
  const { type, data, stringData } = secret.body;
  const keys = [...fieldsOf(data), ...fieldsOf(stringData)];
  const lacking = needed.filter((key) => !keys.includes(key));
  // A Secret without anything is filled by somebody else.
  if (keys.length === 0) return undefined;
  const at = stringData == null ? 'data' : 'stringData';
  if (lacking.length > 0) {
    const near = nearest(lacking[0] ?? '', keys);
    const message = `${nameOf(secret)} has no ${quoteList(lacking)}: it has ${quoteList(keys)}${near === undefined ? '' : `, of which '${near}' comes near`}`;
    return { field: lacking.length === needed.length && type !== 'kubernetes.io/tls' ? 'type' : at, message };
  }
  const crt = secretText(secret, 'tls.crt');
  if (crt !== undefined && crt.trim() !== '' && !crt.includes('-----BEGIN')) {
    return {
      field: `${at}[tls.crt]`,
      message: `'tls.crt' of ${nameOf(secret)} is no certificate in PEM: it begins with no '-----BEGIN CERTIFICATE-----'`,
    };
  }
  const certificate = certificateOf(secret);
  const key = keyOf(secret);
  if (certificate === undefined || key === undefined || certificate.checkPrivateKey(key)) return undefined;
  return {
    field: `${at}[tls.key]`,
    message: `'tls.key' of ${nameOf(secret)} is the key of another certificate than 'tls.crt'`,
  };
}
