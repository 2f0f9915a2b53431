import { createHash } from 'node:crypto';

/** A few letters that are others for another content: part of a name, or the reason for new pods. */
export function fingerprint(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8);
}
