import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import type { SetObject } from '../../graph/set-object';
import type { Secret } from '../../kubernetes/api';
import { textOf, valueAt } from '../../manifests/untyped';

/** What a Secret holds under a key, as text; undefined where it has no such key. */
export function secretText({ body }: SetObject<Secret>, key: string): string | undefined {
  const plain = valueAt(body, 'stringData', key);
  if (plain !== undefined) return textOf(plain);
  const encoded = valueAt(body, 'data', key);
  return encoded === undefined ? undefined : Buffer.from(textOf(encoded), 'base64').toString('utf8');
}

/** The first certificate of `tls.crt`, the one that is shown to clients; undefined where it does not parse. */
export function certificateOf(secret: SetObject<Secret>): X509Certificate | undefined {
  return parsed(() => new X509Certificate(secretText(secret, 'tls.crt') ?? ''));
}

/** The key of `tls.key`; undefined where it does not parse. */
export function keyOf(secret: SetObject<Secret>): KeyObject | undefined {
  return parsed(() => createPrivateKey(secretText(secret, 'tls.key') ?? ''));
}

/** The names that a certificate is for. */
export function namesOf({ subjectAltName, subject }: X509Certificate): readonly string[] {
  const alternative = [...(subjectAltName ?? '').matchAll(/DNS:([^,\s]+)/g)].map(([, name = '']) => name);
  if (alternative.length > 0) return alternative;
  const [, common = ''] = /^CN=(.*)$/m.exec(subject) ?? [];
  return common === '' ? [] : [common];
}

function parsed<Value>(parse: () => Value): Value | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
