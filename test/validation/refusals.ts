import { kubernetesMinors, printKubernetesVersion } from '../../lib/kubernetes/versions';
import { validateManifest, type ValidateOptions } from '../../lib/validation/validate-manifest';

/**
 * What is refused, as `field reason`, such as `spec.ports Required`: by every release, or by those from one on, `{ '1.27': [], '1.36': [..] }`.
 */
export type Refusals = readonly string[] | Readonly<Record<string, readonly string[]>>;

/** What is written, and what of it is refused. */
export type Case = readonly [title: string, written: object, refused: Refusals];

/** The releases that a server may be of, oldest first. */
const releases: readonly string[] = kubernetesMinors.map((minor) => printKubernetesVersion(minor));

/** What a server says to the creation of a manifest: each refusal once, in the order of the alphabet. */
export function refusalsOf(manifest: object, options: ValidateOptions): readonly string[] {
  const lines = validateManifest(manifest, options).map(
    ({ field, type }) => `${field} ${type.replace('FieldValue', '')}`,
  );
  return [...new Set(lines)].sort();
}

/** Holds each case against the answers of all releases. */
export function check(
  cases: readonly Case[],
  manifestOf: (written: object) => object,
  cluster: Omit<ValidateOptions, 'kubernetes'> = {},
): void {
  test.each(cases)('%s', (_title, written, refused) => {
    const manifest = manifestOf(written);
    const answers = releases.map((kubernetes) => [kubernetes, refusalsOf(manifest, { ...cluster, kubernetes })]);
    expect(Object.fromEntries(answers)).toEqual(byRelease(refused));
  });
}

function byRelease(refused: Refusals): Readonly<Record<string, readonly string[]>> {
  let current: readonly string[] = [];
  const steps = isList(refused) ? { '1.27': refused } : refused;
  const answers: Record<string, readonly string[]> = {};
  for (const release of releases) {
    current = steps[release] ?? current;
    answers[release] = [...current].sort();
  }
  return answers;
}

function isList(refused: Refusals): refused is readonly string[] {
  return Array.isArray(refused);
}
