/**
 * Holds our verdicts against those of real API servers. One test for each kind and release: `npx jest test/conformance -t 'Service 1.36'`.
 */
import { compare, type Agreement } from './agreement';
import { readCorpus, recordedReleases, type Recorded } from './corpus';
import { knownDisagreements } from './known-disagreements';

const corpus = readCorpus();
const kinds = [...new Set(corpus.map(({ manifest }) => manifest.kind))].sort();
const mostShown = 15;

interface Tally {
  manifests: number;
  verdict: number;
  field: number;
  type: number;
}

const tallies = new Map<string, Tally>();

describe.each(recordedReleases)('agreement with recorded verdicts of %s', (release) => {
  test.each(kinds)(`%s ${release}`, (kind) => {
    const tally: Tally = { manifests: 0, verdict: 0, field: 0, type: 0 };
    const disagreements: string[] = [];
    for (const [recorded, agreement] of agreements(kind, release)) {
      tally.manifests++;
      for (const part of ['verdict', 'field', 'type'] as const) if (agreement[part]) tally[part]++;
      const isKnown = `${release} ${recorded.id}` in knownDisagreements;
      if (!agreement.type && !isKnown) disagreements.push(agreement.explanation);
    }
    tallies.set(`${kind} ${release}`, tally);
    expect(disagreements.slice(0, mostShown).join('\n')).toBe('');
  });
});

afterAll(() => {
  const columns = ['kind', ...recordedReleases.map((release) => release.padEnd(22))];
  const rows = [...kinds, 'all'].map((kind) => [kind, ...recordedReleases.map((release) => cell(kind, release))]);
  const width = Math.max(...rows.map(([kind = '']) => kind.length));
  const lines = [columns, ...rows].map(([kind = '', ...cells]) => [kind.padEnd(width), ...cells].join('  '));
  process.stdout.write(`manifests: verdicts, fields, (field, type) that agree, in per cent\n${lines.join('\n')}\n`);
});

function* agreements(kind: string, release: string): Generator<[Recorded, Agreement]> {
  for (const recorded of corpus) {
    const expected = recorded.verdicts.get(release);
    if (recorded.manifest.kind !== kind || expected === undefined) continue;
    yield [recorded, compare(recorded, expected, release)];
  }
}

function cell(kind: string, release: string): string {
  const parts = [...tallies].filter(
    ([key]) => key === `${kind} ${release}` || (kind === 'all' && key.endsWith(` ${release}`)),
  );
  const sum = (part: keyof Tally): number => parts.reduce((total, [, tally]) => total + tally[part], 0);
  const manifests = sum('manifests');
  if (manifests === 0) return '-'.padEnd(22);
  const shares = (['verdict', 'field', 'type'] as const).map((part) => share(sum(part), manifests));
  return `${manifests}:`.padEnd(6) + shares.join(' ').padEnd(16);
}

/** Rounded down, so that 100 means all. */
function share(part: number, whole: number): string {
  const perCent = Math.floor((part / whole) * 1000) / 10;
  return (perCent === 100 ? '100' : perCent.toFixed(1)).padStart(4);
}
