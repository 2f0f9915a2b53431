import { validateManifest } from '../../../lib/validation/validate-manifest';

/** A release, and what its server refuses: `field type`, each once and in the order of the alphabet. */
export type Refusals = readonly string[] | Readonly<Record<string, readonly string[]>>;

/** What is written, and what of it is refused: by all releases, or by those that are named. */
export type Case = readonly [title: string, written: object, refused: Refusals];

/** The releases whose answers are recorded in test/conformance. */
export const releases = ['1.28', '1.30', '1.33', '1.36', '1.37'];

/** What the server of a release says to the creation of a manifest. */
export function refusalsOf(manifest: object, release: string): readonly string[] {
  const lines = validateManifest(manifest, { kubernetes: release }).map(({ field, type }) => `${field} ${type}`);
  return [...new Set(lines)].sort();
}

/** Holds each case against the answers of the releases that it speaks of. */
export function check(cases: readonly Case[], manifestOf: (written: object) => object): void {
  test.each(cases)('%s', (_title, written, refused) => {
    const manifest = manifestOf(written);
    const expected = Array.isArray(refused)
      ? Object.fromEntries(releases.map((release) => [release, refused]))
      : refused;
    for (const [release, lines] of Object.entries(expected)) {
      expect({ release, refused: refusalsOf(manifest, release) }).toEqual({ release, refused: [...lines].sort() });
    }
  });
}

const container = { name: 'app', image: 'registry.example.com/app:1' };

/** A sound Pod but for what is written over its spec. */
export function podWith(spec: object): object {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'app' }, spec: { containers: [container], ...spec } };
}

/** A sound pod template but for what is written over its spec. */
export function templateWith(spec: object): object {
  return { metadata: { labels: { app: 'app' } }, spec: { containers: [container], ...spec } };
}

/** A sound Deployment but for what is written over the spec of its pods. */
export function deploymentOf(spec: object): object {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'app' },
    spec: { selector: { matchLabels: { app: 'app' } }, template: templateWith(spec) },
  };
}
