import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A cause of a refusal, as the API server gave it. */
export interface Cause {
  readonly field: string;
  readonly type: string;
  readonly message: string;
}

export interface Verdict {
  readonly id: string;
  readonly verdict: 'accept' | 'reject';
  readonly errors?: readonly Cause[];
}

/** A manifest with what the servers of some releases answered to its creation. */
export interface Recorded {
  readonly id: string;
  readonly manifest: { readonly apiVersion: string; readonly kind: string };
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

/** The releases with recorded verdicts, oldest first. */
export const recordedReleases = ['1.28', '1.30', '1.33', '1.36', '1.37'];

const withManifests = '1.36';

/** The manifests, with the verdicts of all releases. A verdict that is missing depended on the state of that cluster. */
export function readCorpus(): Recorded[] {
  const verdicts = new Map<string, ReadonlyMap<string, Verdict>>();
  for (const release of recordedReleases.filter((one) => one !== withManifests)) {
    const ofRelease = readLines<Verdict>(`verdicts-${release}.jsonl.gz`);
    verdicts.set(release, new Map(ofRelease.map((verdict) => [verdict.id, verdict])));
  }
  return readLines<Verdict & Pick<Recorded, 'manifest'>>(`kubernetes-${withManifests}.jsonl.gz`).map((line) => ({
    id: line.id,
    manifest: line.manifest,
    verdicts: new Map(
      recordedReleases.flatMap((release) => {
        const verdict = release === withManifests ? line : verdicts.get(release)?.get(line.id);
        return verdict === undefined ? [] : [[release, verdict]];
      }),
    ),
  }));
}

function readLines<T>(name: string): T[] {
  const text = gunzipSync(readFileSync(join(__dirname, name))).toString();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
