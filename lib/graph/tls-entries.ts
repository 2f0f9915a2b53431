import type { Ingress } from '../kubernetes/api';
import { once } from './once';
import type { SetObject } from './set-object';

/** An entry of `spec.tls` of an Ingress. */
export interface TlsEntry {
  readonly hosts: readonly string[];
  /** Empty where none is named. */
  readonly secretName: string;
  /** `spec.tls[0]`. */
  readonly field: string;
}

/** The entries of `spec.tls`. Read once: all rules about TLS look at them. */
export const tlsEntries = once(({ body }: SetObject<Ingress>): readonly TlsEntry[] =>
  (body.spec?.tls ?? []).map((entry, index) => ({
    hosts: (entry?.hosts ?? []).map((host) => host ?? ''),
    secretName: entry?.secretName ?? '',
    field: `spec.tls[${index}]`,
  })),
);
