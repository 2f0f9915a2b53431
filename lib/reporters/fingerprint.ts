import { createHash } from 'node:crypto';
import type { Finding } from '../findings/finding';

/**
 * What a finding is known by from one run to the next: its rule, object and field. Neither lines nor messages, which change while the problem
 * stays. A second finding with the same ones is counted: `<hash>:2`.
 */
export function fingerprints(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, object, field }) => {
    const { apiVersion, kind, namespace = '', name } = object;
    const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
    const identity = JSON.stringify([rule, group, kind, namespace, name, field]);
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    return `${createHash('sha256').update(identity).digest('hex').slice(0, 32)}:${count}`;
  });
}
