import type { RoutePath } from '../dialect';
import { escapeRegex } from '../regex';

/** What a request must look like, and what is put in place of the path that it matched. */
export interface PathMatch {
  /** `conditions` of a route: all must hold. */
  readonly conditions: readonly object[];
  readonly replacement?: string;
}

/**
 * The paths of one host as an HTTPProxy says them, where `prefix` goes by letters: `/api` becomes the path itself and what is below `/api/`.
 *
 * @param rewriteTo what stands in place of the matched path, without a slash at its end; undefined where the path stays
 */
export function pathMatches(
  paths: readonly RoutePath[],
  rewriteTo: string | undefined,
): readonly (readonly PathMatch[])[] {
  const exact = new Set(paths.filter(({ pathType }) => pathType === 'Exact').map(({ path }) => path));
  return paths.map(({ path, pathType }) => {
    if (pathType === 'Exact') return [itself(path, rewriteTo)];
    if (pathType === 'ImplementationSpecific')
      return [{ conditions: [isRegex(path) ? { regex: path } : { prefix: path }] }];
    const bare = path.replace(/\/+$/, '');
    const below = { conditions: [{ prefix: `${bare}/` }], ...replacedBy(rewriteTo, '/') };
    // An Exact path comes before a Prefix of the same letters; with both in one HTTPProxy the last one would.
    return bare === '' || exact.has(bare) ? [below] : [itself(bare, rewriteTo), below];
  });
}

/** What an Ingress takes for a regular expression in a path that is ImplementationSpecific (IngressProcessor.route). */
export function isRegex(path: string): boolean {
  return /[\^+*[\]%]/.test(path);
}

/** Only a `prefix` can be replaced; that nothing follows is asked of the request line, which has the query too. */
function itself(path: string, rewriteTo: string | undefined): PathMatch {
  if (rewriteTo === undefined) return { conditions: [{ exact: path }] };
  const nothingElse = { name: ':path', regex: `${escapeRegex(path)}(\\?.*)?` };
  return { conditions: [{ prefix: path }, { header: nothingElse }], ...replacedBy(rewriteTo, '') };
}

function replacedBy(to: string | undefined, end: string): Pick<PathMatch, 'replacement'> {
  if (to === undefined) return {};
  return { replacement: to + end === '' ? '/' : to + end };
}
