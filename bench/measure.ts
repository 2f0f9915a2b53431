/** The medians of two things measured in turns, so that what else the machine does hits both. */
export function inTurns(
  runs: number,
  ours: () => number,
  theirs: () => number,
): { readonly ours: number; readonly theirs: number } {
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let run = 0; run < runs; run++) {
    times.ours.push(ours());
    times.theirs.push(theirs());
  }
  return { ours: median(times.ours), theirs: median(times.theirs) };
}

/** How long a task takes, in milliseconds. */
export function timed(task: () => void): number {
  const start = process.hrtime.bigint();
  task();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** One line of a comparison: what is measured, against what, and how many times that may take. */
export function printPair(what: string, ours: number, against: string, theirs: number, limit: number): void {
  const ratio = ours / theirs;
  const verdict = ratio <= limit ? 'good' : 'MISSED';
  console.log(
    `${what}: ${ours.toFixed(1)} ms; ${against}: ${theirs.toFixed(1)} ms; ${ratio.toFixed(2)} times of ${limit}: ${verdict}`,
  );
}
