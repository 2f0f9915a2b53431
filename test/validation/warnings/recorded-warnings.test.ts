import { deprecations } from '../../../lib/validation/warnings/deprecations';
import { readCorpus, recordedReleases, type Recorded, type Verdict } from '../../conformance/corpus';

/** The warnings of a verdict, which the comparison of errors has no use for. */
type VerdictWithWarnings = Verdict & { readonly warnings?: readonly string[] };

/** One of 1.33 compares the files of an empty source with themselves. */
const serverFaults = new Set(['1.33 c-591']);

const corpus = readCorpus();

describe.each(recordedReleases)('warnings of %s', (release) => {
  it('are about the same fields as those of the server', () => {
    const differing: string[] = [];
    for (const recorded of corpus) {
      const verdict: VerdictWithWarnings | undefined = recorded.verdicts.get(release);
      if (verdict?.verdict !== 'accept' || serverFaults.has(`${release} ${recorded.id}`)) continue;
      const theirs = [...new Set((verdict.warnings ?? []).map((text) => subjectOf(text, recorded)))].sort();
      const ours = [...new Set(oursOf(recorded, release))].sort();
      if (theirs.join() !== ours.join()) differing.push(`${recorded.id}: ${theirs.join()} but ours: ${ours.join()}`);
    }
    expect(differing).toEqual([]);
  });
});

function oursOf({ manifest }: Recorded, release: string): readonly string[] {
  // The server names the volume, not the file.
  return deprecations(manifest, { kubernetes: release }).map(({ field }) =>
    field.replace(/^.*\.projected\.sources.*$/, 'volume'),
  );
}

/** Sentences that do not begin with the field that they are about. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/^(spec\.\w+) is /, '$1'],
  [/^annotation "?([^" ]+)"? is deprecated.*/, 'metadata.annotations[$1]'],
  [/^\S+ \w+ is deprecated in v.*/, 'apiVersion'],
  [/^tls: .*/, 'data'],
  [/^volume .*/, 'volume'],
];

function subjectOf(warning: string, { manifest }: Recorded): string {
  for (const [form, field] of sentences) {
    if (form.test(warning)) return warning.replace(form, `${field}\n`).split('\n')[0] ?? '';
  }
  const field = /^(.*?): /.exec(warning)?.[1] ?? warning;
  // The server leaves out a step of the path.
  return manifest.kind === 'StatefulSet' ? field.replace(/(volumeClaimTemplates\[\d+\])\.res/, '$1.spec.res') : field;
}
