import fc from 'fast-check';
import { check } from '../../lib/check';
import { parseManifests } from '../../lib/manifests/parse-manifests';
import { explainedRules } from '../../lib/rules/explained';
import { Target } from '../../lib/target/target';

/** The examples of all rules: manifests of every kind that a rule reads. */
const examples = explainedRules.flatMap(({ good, bad }) => [...good, ...bad]);

/** What stands in for a value: nothing, or something of another shape. */
const stranger = fc.constantFrom<unknown>(
  null,
  undefined,
  '',
  0,
  -1,
  'x',
  [],
  {},
  [null],
  { '': null },
  true,
  '__proto__',
);

/** Puts the value in place of the `at`-th value of a manifest, counted through. */
function replaced(manifest: unknown, at: number, value: unknown): unknown {
  let count = 0;
  const walk = (one: unknown): unknown => {
    if (count++ === at) return value;
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, item]) => [key, walk(item)]));
  };
  return walk(manifest);
}

/** The same pods, of a kind that nobody decodes. */
function asRollout(manifest: unknown): unknown {
  const isDeployment = (manifest as { readonly kind?: unknown } | null)?.kind === 'Deployment';
  return isDeployment ? { ...(manifest as object), apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' } : manifest;
}

test.each([
  ['as it stands', (manifest: unknown) => manifest],
  ['made by an operator', asRollout],
])('no rule stumbles over a value that is missing or of another shape: %s', (_, made) => {
  fc.assert(
    fc.property(fc.constantFrom(...examples), fc.nat({ max: 80 }), stranger, (example, at, value) => {
      const documents = parseManifests(example.manifests).map((document) => ({
        ...document,
        manifest: replaced(made(document.manifest), at, value),
      }));
      const policy = { preset: 'strict', parameters: example.parameters ?? {} } as const;
      expect(() => check(documents, { target: new Target(example.target), policy })).not.toThrow();
    }),
    { numRuns: 500 },
  );
});
