/** A line of the table. */
export interface Row {
  readonly set: string;
  readonly way: string;
  readonly asked: string;
  readonly answeredBy: string;
  readonly client: string;
  /** `ok`, `FAIL: why`, `not asked: why`, `changed: what`. */
  readonly result: string;
}

const columns: readonly (readonly [keyof Row, string])[] = [
  ['set', 'SET'],
  ['way', 'WAY IN'],
  ['asked', 'ADDRESS ASKED'],
  ['answeredBy', 'ANSWERED BY'],
  ['client', 'CLIENT SEEN'],
  ['result', 'RESULT'],
];

export function isFailure({ result }: Row): boolean {
  return result.startsWith('FAIL');
}

/** The rows in columns, and below them how many there are of each result. */
export function printTable(rows: readonly Row[]): string {
  const widths = columns.map(([key, title]) => Math.max(title.length, ...rows.map((row) => row[key].length)));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, i) => text.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  const lines = rows.map((row) => line(columns.map(([key]) => row[key])));
  return [line(columns.map(([, title]) => title)), ...lines, '', summary(rows), ''].join('\n');
}

function summary(rows: readonly Row[]): string {
  const requests = rows.filter(({ result }) => !result.startsWith('changed'));
  const failed = requests.filter(isFailure).length;
  const unasked = requests.filter(({ result }) => result.startsWith('not asked')).length;
  return `${requests.length - failed - unasked} ok, ${failed} failed, ${unasked} not asked`;
}
