/** Whether every request for the narrow host is one for the wide one: itself, any, or by a wildcard that stands for one label. */
export function hostCovers(wide: string, narrow: string): boolean {
  if (wide === '' || wide === narrow) return true;
  if (!wide.startsWith('*.')) return false;
  const dot = narrow.indexOf('.');
  return dot > 0 && !narrow.startsWith('*.') && narrow.slice(dot) === wide.slice(1);
}

/** Whether a `Prefix` matches a path: by whole elements, as Ingress says, or by letters. A slash at the end makes no difference. */
export function prefixCovers(prefix: string, path: string, by: 'elements' | 'letters' = 'elements'): boolean {
  if (by === 'letters') return path.startsWith(prefix);
  const wide = withoutSlash(prefix);
  const narrow = withoutSlash(path);
  return narrow === wide || narrow.startsWith(`${wide}/`);
}

/** The prefixes of whole elements that cover a path, itself first: `/a/b`, `/a`, `/`. */
export function prefixesOf(path: string): readonly string[] {
  const elements = withoutSlash(path).split('/').slice(1);
  const prefixes = elements.map((_, index) => `/${elements.slice(0, elements.length - index).join('/')}`);
  return prefixes[prefixes.length - 1] === '/' ? prefixes : [...prefixes, '/'];
}

/** A path as prefixes are compared: without a slash at the end. */
export function withoutSlash(path: string): string {
  return path.length > 0 && path.endsWith('/') ? path.slice(0, -1) : path;
}
