/** Two things measured in turns, in milliseconds. */
export interface Turns {
  readonly ours: number;
  readonly theirs: number;
  /** How many times as long as theirs ours takes, in one turn. */
  readonly ratio: number;
}

/** The medians of what is measured in turns, so that what else the machine does hits both. */
export function inTurns(runs: number, measureOurs: () => number, measureTheirs: () => number): Turns {
  const turns = Array.from({ length: runs }, () => {
    const [ours, theirs] = [measureOurs(), measureTheirs()];
    return { ours, theirs, ratio: ours / theirs };
  });
  return {
    ours: median(turns.map(({ ours }) => ours)),
    theirs: median(turns.map(({ theirs }) => theirs)),
    ratio: median(turns.map(({ ratio }) => ratio)),
  };
}

/** How long a task takes, in milliseconds. */
export function timed(task: () => void): number {
  const start = process.hrtime.bigint();
  task();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

export function median(values: readonly number[]): number {
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

/** One line of a comparison: what is measured, against what, and how many times that may take. */
export function printPair(what: string, against: string, { ours, theirs, ratio }: Turns, limit: number): void {
  const verdict = ratio <= limit ? 'good' : 'MISSED';
  console.log(
    `${what}: ${ours.toFixed(1)} ms; ${against}: ${theirs.toFixed(1)} ms; ${ratio.toFixed(2)} times of ${limit}: ${verdict}`,
  );
}
