import { stringify } from 'yaml';
import type { Agreement, Disagreement } from './disagreements';

/** Each disagreement with its manifest, the server's causes and ours. */
export function printDisagreements(found: Iterable<Disagreement>, version: string): string {
  return [...found].map((one) => printDisagreement(one, version)).join('\n');
}

function printDisagreement(
  { subject, id, count, sameVerdict, manifest, server, ours }: Disagreement,
  version: string,
): string {
  const line = ({ field, type, message }: { field: string; type: string; message: string }) =>
    `  ${type} ${field}: ${message.slice(0, 200)}`;
  return [
    `## ${subject}${sameVerdict ? '' : ' (VERDICT)'}`,
    `${version}, ${count} manifests, first ${id}`,
    '```yaml',
    stringify(manifest, { lineWidth: 0 })
      .trimEnd()
      .replace(/(.{300}).*/g, '$1...'),
    '```',
    `server: ${server.verdict}`,
    ...server.errors.map(line),
    `ours: ${ours.length === 0 ? 'accept' : 'reject'}`,
    ...ours.map(line),
    '',
  ].join('\n');
}

/** A table: kind, manifests asked, accepted, agreement of verdicts and of (field, type) sets. */
export function printAgreement(agreement: ReadonlyMap<string, Agreement>): string {
  const rows = [...agreement].sort(([a], [b]) => (a < b ? -1 : 1));
  const total = { asked: 0, state: 0, verdicts: 0, sets: 0, accepted: 0 };
  for (const [, figures] of rows) {
    for (const key of ['asked', 'state', 'verdicts', 'sets', 'accepted'] as const) total[key] += figures[key];
  }
  const head = row('kind', ['asked', 'left out', 'accepted', 'verdicts', '%', 'sets', '%']);
  return [head, ...rows.map(([kind, figures]) => figuresRow(kind, figures)), figuresRow('all', total)].join('\n');
}

function figuresRow(kind: string, { asked, state, accepted, verdicts, sets }: Agreement): string {
  const judged = asked - state;
  const percent = (part: number) => (judged === 0 ? '-' : ((100 * part) / judged).toFixed(2));
  return row(kind, [asked, state, accepted, verdicts, percent(verdicts), sets, percent(sets)].map(String));
}

function row(first: string, cells: readonly string[]): string {
  return `${first.padEnd(26)}${cells.map((cell) => cell.padStart(10)).join('')}`;
}
