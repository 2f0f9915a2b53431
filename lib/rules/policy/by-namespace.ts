import picomatch from 'picomatch';

/** What is allowed, by namespace or glob: `{ shop: [...], 'team-*': [...] }`. */
export type ByNamespace<Value> = Readonly<Record<string, readonly Value[]>>;

type Matcher = (text: string) => boolean;

/** Compiled once for each policy: a set of many objects asks for the same globs again and again. */
const compiled = new Map<string, Matcher>();

/** A glob over names, hosts or images: `*` stands for any letters, also for dots and slashes. */
export function glob(pattern: string): Matcher {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  // picomatch keeps `*` from crossing slashes, which mean nothing special here: they are hidden from it.
  const matches = picomatch(pattern.replaceAll('/', hidden), { dot: true, nonegate: true });
  const matcher: Matcher = (text) => matches(text.replaceAll('/', hidden));
  compiled.set(pattern, matcher);
  return matcher;
}

const hidden = '\u0001';

/** What the namespace is allowed, by its name and by every glob that matches it; undefined where nothing is said of it. */
export function allowedIn<Value>(
  allowed: ByNamespace<Value> | undefined,
  namespace: string,
): readonly Value[] | undefined {
  const lists = Object.entries(allowed ?? {}).filter(([pattern]) => glob(pattern)(namespace));
  return lists.length === 0 ? undefined : lists.flatMap(([, list]) => list);
}
