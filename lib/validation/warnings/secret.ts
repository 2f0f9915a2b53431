import { createPrivateKey, X509Certificate } from 'node:crypto';
import { FieldPath } from '../../findings/field-path';
import { textOf, valueAt } from '../../manifests/untyped';
import type { Warnings } from './warning';

/** warningsForSecret: the certificate and the key of a TLS Secret belong together. */
export function* secretWarnings(secret: unknown): Warnings {
  if (valueAt(secret, 'type') !== 'kubernetes.io/tls') return;
  const problem = pairProblem(textIn(secret, 'tls.crt'), textIn(secret, 'tls.key'));
  if (problem !== undefined) yield { rule: 'warning/key-pair', path: FieldPath.of('data'), message: problem };
}

/** What stringData says takes the place of what data says. */
function textIn(secret: unknown, key: string): string {
  const plain = valueAt(secret, 'stringData', key);
  if (plain !== undefined) return textOf(plain);
  return Buffer.from(textOf(valueAt(secret, 'data', key)), 'base64').toString('latin1');
}

function pairProblem(certificate: string, key: string): string | undefined {
  if (!certificate.includes('-----BEGIN CERTIFICATE-----')) return "'tls.crt' holds no certificate in PEM form";
  try {
    const parsed = new X509Certificate(certificate.slice(certificate.indexOf('-----BEGIN CERTIFICATE-----')));
    const matches = parsed.checkPrivateKey(createPrivateKey(key));
    return matches ? undefined : "'tls.key' is not the private key of the certificate in 'tls.crt'";
  } catch {
    return "'tls.crt' and 'tls.key' cannot be read as a certificate and a private key in PEM form";
  }
}
