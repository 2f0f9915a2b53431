/** Runs two tasks in turns, so that what else the machine does hits both, and gives the median of each in milliseconds. */
export function inTurns(rounds: number, first: () => void, second: () => void): [number, number] {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    times[0].push(time(first));
    times[1].push(time(second));
  }
  return [median(times[0]), median(times[1])];
}

function time(task: () => void): number {
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
