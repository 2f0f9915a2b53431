import type { Ingress } from '../kubernetes/api';
import type { SetObject } from './set-object';

/** An entry of `spec.tls` of an Ingress. */
export interface TlsEntry {
  readonly hosts: readonly string[];
  /** Empty where none is named. */
  readonly secretName: string;
  /** `spec.tls[0]`. */
  readonly field: string;
}

/** The entries of `spec.tls`. */
export function tlsEntries({ body }: SetObject<Ingress>): readonly TlsEntry[] {
  return (body.spec?.tls ?? []).map((entry, index) => ({
    hosts: (entry?.hosts ?? []).map((host) => host ?? ''),
    secretName: entry?.secretName ?? '',
    field: `spec.tls[${index}]`,
  }));
}
