import { validateManifest } from '../../lib/validation/validate-manifest';
import type { Recorded, Verdict } from './corpus';

/** How far our answer to a manifest agrees with a server's. */
export interface Agreement {
  readonly verdict: boolean;
  /** The same set of fields. */
  readonly field: boolean;
  /** The same set of (field, type). */
  readonly type: boolean;
  readonly explanation: string;
}

/** Refusals without causes of their own: only the verdict can be compared. */
const withoutCauses = new Set(['Allocator', 'Other']);

export function compare({ id, manifest }: Recorded, expected: Verdict, release: string): Agreement {
  const found = validateManifest(manifest, { kubernetes: release });
  const verdict = (found.length === 0) === (expected.verdict === 'accept');
  const causes = expected.errors ?? [];
  const explanation = explain(id, causes.map(print), found.map(print));
  if (causes.some(({ type }) => withoutCauses.has(type)))
    return { verdict, field: verdict, type: verdict, explanation };
  if (causes.some(({ type }) => type === 'Decode')) {
    const decode = found.length > 0 && found.every(({ type }) => type === 'Decode');
    return { verdict, field: decode, type: decode, explanation };
  }
  const field = sameSet(
    causes.map((cause) => cause.field),
    found.map((error) => error.field),
  );
  const type = sameSet(causes.map(fieldAndType), found.map(fieldAndType));
  return { verdict, field, type, explanation };
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a);
  const right = new Set(b);
  return left.size === right.size && [...left].every((one) => right.has(one));
}

function fieldAndType({ field, type }: { readonly field: string; readonly type: string }): string {
  return `${field} ${type}`;
}

function print(cause: { readonly field: string; readonly type: string; readonly message: string }): string {
  return `${fieldAndType(cause)}: ${cause.message.slice(0, 150)}`;
}

function explain(id: string, theirs: readonly string[], ours: readonly string[]): string {
  const only = (mine: readonly string[], other: readonly string[]): string[] => {
    const heads = new Set(other.map((line) => line.split(':')[0]));
    return mine.filter((line) => !heads.has(line.split(':')[0]));
  };
  const lines = [
    ...only(theirs, ours).map((line) => `  server: ${line}`),
    ...only(ours, theirs).map((line) => `  ours:   ${line}`),
  ];
  return [id, ...lines].join('\n');
}
