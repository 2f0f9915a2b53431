import type { FieldError } from '../../lib/validation/field-errors';
import type { Verdict } from './verdict';

/** One error that only one of the two reports. */
export interface Difference {
  readonly side: 'server' | 'ours';
  readonly field: string;
  readonly type: string;
}

/** How our answer to a manifest stands to the server's. */
export interface Comparison {
  readonly sameVerdict: boolean;
  /** Empty where the sets of (field, type) agree. */
  readonly differences: readonly Difference[];
}

/** Compares the verdict, and the set of (field, type). */
export function compare(server: Verdict, ours: readonly FieldError[]): Comparison {
  const refusals = ours.filter(({ type }) => type !== 'Unchecked');
  const sameVerdict = (server.verdict === 'accept') === (refusals.length === 0);
  // The allocator's complaint, or a refusal without causes, says nothing of a field: only the verdict counts.
  if (sameVerdict && server.errors.some(({ type }) => type === 'Allocator' || type === 'Other')) {
    return { sameVerdict, differences: [] };
  }
  const theirs = new Set(server.errors.map(keyOf));
  const mine = new Set(refusals.map(keyOf));
  return {
    sameVerdict,
    differences: [
      ...[...theirs].filter((key) => !mine.has(key)).map((key) => differenceOf('server', key)),
      ...[...mine].filter((key) => !theirs.has(key)).map((key) => differenceOf('ours', key)),
    ],
  };
}

/** What a difference is about, without positions, keys and the way to the pod template: the same for the same cause. */
export function subjectOf({ side, field, type }: Difference): string {
  const general = field
    .replace(/\[[^\]]*\]/g, '[]')
    .replace(/^spec\.(jobTemplate\.spec\.)?template\.(spec|metadata)/, '$2');
  return `${side} ${type} ${general}`;
}

/** The server names no field where the body does not decode. */
function keyOf({ field, type }: { readonly field: string; readonly type: string }): string {
  return type === 'Decode' ? 'Decode ' : `${type} ${field}`;
}

function differenceOf(side: Difference['side'], key: string): Difference {
  const space = key.indexOf(' ');
  return { side, type: key.slice(0, space), field: key.slice(space + 1) };
}
