import type { Turns } from './measure';

/** What was measured: milliseconds, or why it could not be. */
export type Measured = (Turns & { readonly note?: string }) | { readonly leftOut: string };

/** Work of ours against the same work of somebody else, and what the first may cost. */
export interface Comparison {
  readonly work: string;
  readonly against: string;
  /** How many times as long as theirs ours may take; milliseconds where there is nothing to compare with. */
  readonly limit: number;
  /** Whether the limit is in milliseconds. @default false */
  readonly absolute?: true;
  /** @param runs of each, of which the median counts */
  measure(runs: number): Measured;
}

/** One line of the outcome. */
export interface Outcome {
  readonly comparison: Comparison;
  readonly measured: Measured;
  readonly met: boolean;
}

export function compare(comparison: Comparison, runs: number): Outcome {
  const measured = comparison.measure(runs);
  const met = 'leftOut' in measured || valueOf(comparison, measured) <= comparison.limit;
  return { comparison, measured, met };
}

function valueOf({ absolute }: Comparison, { ours, ratio }: Turns): number {
  return absolute === true ? ours : ratio;
}

/** A row of the table in Markdown. */
export function row({ comparison, measured, met }: Outcome): string {
  const { work, against, limit, absolute } = comparison;
  if ('leftOut' in measured) return `| ${work} | ${against} | | | left out: ${measured.leftOut} | |`;
  const { ours, theirs, ratio, note } = measured;
  const target = absolute === true ? `${limit} ms` : times(1 / limit);
  const reached = absolute === true ? `${ours.toFixed(1)} ms` : times(1 / ratio);
  const verdict = met ? 'met' : '**missed**';
  const noted = note === undefined ? '' : ` (${note})`;
  return `| ${work}${noted} | ${against} | ${milliseconds(ours)} | ${absolute === true ? '' : milliseconds(theirs)} | ${reached} | ${target}: ${verdict} |`;
}

function times(factor: number): string {
  return factor >= 1 ? `${factor.toFixed(1)} times faster` : `${(1 / factor).toFixed(2)} times the time`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}
