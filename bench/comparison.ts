import type { Turns } from './measure';

/** What was measured: against something, or alone; or why it could not be. */
export type Measured =
  (Turns & { readonly note?: string }) | { readonly milliseconds: number } | { readonly leftOut: string };

/** Work of ours against the same work of somebody else, and what the first may cost. */
export interface Comparison {
  readonly work: string;
  readonly against: string;
  /** How many times as long as theirs ours may take; milliseconds where there is nothing to compare with. */
  readonly limit: number;
  /** @param runs of each, of which the median counts */
  measure(runs: number): Measured;
}

/** One line of the outcome. */
export interface Outcome {
  readonly comparison: Comparison;
  readonly measured: Measured;
  readonly verdict: 'met' | 'missed' | 'left out';
}

export function compare(comparison: Comparison, runs: number): Outcome {
  const measured = comparison.measure(runs);
  return { comparison, measured, verdict: verdictOn(measured, comparison.limit) };
}

function verdictOn(measured: Measured, limit: number): Outcome['verdict'] {
  if ('leftOut' in measured) return 'left out';
  return ('milliseconds' in measured ? measured.milliseconds : measured.ratio) <= limit ? 'met' : 'missed';
}

/** How many targets are met, in a sentence. */
export function summary(outcomes: readonly Outcome[]): string {
  const count = (verdict: Outcome['verdict']): number => outcomes.filter((one) => one.verdict === verdict).length;
  const met = count('met');
  if (met === outcomes.length) return 'All targets are met.';
  const others = (['missed', 'left out'] as const).filter((verdict) => count(verdict) > 0);
  return `${met} of ${outcomes.length} targets are met: ${others.map((verdict) => `${count(verdict)} ${verdict}`).join(', ')}.`;
}

/** A row of the table in Markdown. */
export function row({ comparison, measured, verdict }: Outcome): string {
  const { work, against, limit } = comparison;
  if ('leftOut' in measured) return `| ${work} | ${against} | | | left out: ${measured.leftOut} | |`;
  const told = verdict === 'met' ? verdict : `**${verdict}**`;
  if ('milliseconds' in measured) {
    const taken = milliseconds(measured.milliseconds);
    return `| ${work} | ${against} | ${taken} | | ${taken} | ${limit} ms: ${told} |`;
  }
  const { ours, theirs, ratio, note } = measured;
  const noted = note === undefined ? '' : ` (${note})`;
  const reached = `${milliseconds(ours)} | ${milliseconds(theirs)} | ${times(1 / ratio)}`;
  return `| ${work}${noted} | ${against} | ${reached} | ${times(1 / limit)}: ${told} |`;
}

function times(factor: number): string {
  return factor >= 1 ? `${factor.toFixed(1)} times faster` : `${(1 / factor).toFixed(2)} times the time`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}
