/** How deeply Go's decoder lets containers be nested (maxNestingDepth of encoding/json). */
const deepest = 10_000;

/**
 * Why Go's encoding/json cannot read a text as an object.
 *
 * @returns undefined where it can; `null` is an object to it.
 */
export function goObjectProblem(text: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'must be JSON';
  }
  if (typeof value !== 'object' || Array.isArray(value)) return 'must be a JSON object';
  return value === null ? undefined : problemWithin(value);
}

/** What JavaScript reads and Go does not: numbers beyond a float, and very deep nesting. */
function problemWithin(root: object): string | undefined {
  let containers: object[] = [root];
  for (let depth = 1; containers.length > 0; depth++) {
    if (depth > deepest) return `must not be nested more than ${deepest} levels deep`;
    const inner: object[] = [];
    for (const value of containers.flatMap((container): unknown[] => Object.values(container))) {
      if (value === Infinity || value === -Infinity) return 'must not hold a number beyond 64 bits';
      if (typeof value === 'object' && value !== null) inner.push(value);
    }
    containers = inner;
  }
  return undefined;
}
