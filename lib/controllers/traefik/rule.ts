import type { RoutePath, RouteRule } from '../dialect';

/**
 * The language of Traefik's rules: functions of texts, joined by operators.
 * https://doc.traefik.io/traefik/reference/routing-configuration/http/routing/rules-and-priority/
 */

/** A text in a rule: as it stands between backticks, or escaped where it holds one. */
export function quoted(text: string): string {
  return /^[\x20-\x5f\x61-\x7e]*$/.test(text) ? `\`${text}\`` : JSON.stringify(text);
}

/** The text as a replacement that inserts it alone, without groups of the expression. */
export function escapeReplacement(text: string): string {
  return text.replaceAll('$', '$$$$');
}

/** The rule of a host and a path; `PathPrefix` alone matches by letters, so that the end of an element is asked for. */
export function matchOf(host: RouteRule['host'], { path, pathType }: Pick<RoutePath, 'path' | 'pathType'>): string {
  const hosts = host === undefined ? [] : [`Host(${quoted(host)})`];
  return [...hosts, pathMatch(path, pathType)].join(' && ');
}

function pathMatch(path: string, pathType: RoutePath['pathType']): string {
  if (pathType === 'Exact') return `Path(${quoted(path)})`;
  const bare = path.replace(/\/$/, '');
  if (bare === '') return `PathPrefix(${quoted('/')})`;
  return `(Path(${quoted(bare)}) || PathPrefix(${quoted(`${bare}/`)}))`;
}

/**
 * Above every rule that has no priority of its own, which is the length of the rule: by its length alone `/` with all below it comes before
 * the exact `/one`, and every `Prefix` before the `Exact` of the same path.
 */
export const exactPriority = 100_000;

/** The priority of a path; undefined for that of its length. Nothing is more exact than a path of one host. */
export function priorityOf({ host }: RouteRule, { pathType }: RoutePath): number | undefined {
  return pathType === 'Exact' && host !== undefined && !host.startsWith('*') ? exactPriority : undefined;
}
