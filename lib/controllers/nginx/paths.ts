import type { RoutePath } from '../dialect';

/**
 * NGINX matches a prefix by its letters, so that one which does not end at the end of an element becomes two locations.
 *
 * @returns the paths, none of them twice: one that was asked for as it is comes before one that is made here
 */
export function elementwise(paths: readonly RoutePath[]): readonly RoutePath[] {
  const exact = new Set(paths.filter(({ pathType }) => pathType === 'Exact').map(({ path }) => path));
  return paths.flatMap((one): readonly RoutePath[] => {
    if (one.pathType !== 'Prefix') return [one];
    const bare = one.path.replace(/\/$/, '');
    if (bare === '') return [one];
    const below: RoutePath = { ...one, path: `${bare}/` };
    return exact.has(bare) ? [below] : [{ ...one, path: bare, pathType: 'Exact' }, below];
  });
}

/** How a VirtualServer writes a path. */
export function locationOf({ path, pathType }: RoutePath): string {
  return pathType === 'Exact' ? `=${path}` : path;
}
