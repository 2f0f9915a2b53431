import type { Route, RouteDraft } from '../dialect';

/**
 * The path of all rules, less a slash at its end, for controllers that change the path of a whole Ingress by one pattern.
 *
 * @returns undefined where there are several or none, which is refused
 */
export function onePathOf({ rules }: Route, draft: RouteDraft, option: string): string | undefined {
  const paths = new Set(rules.flatMap((rule) => rule.paths.map(({ path }) => path.replace(/\/$/, ''))));
  const [path] = paths;
  if (path === undefined) draft.refuse(`${option} needs a rule to hold for: give a host`);
  if (paths.size > 1)
    draft.refuse(
      `${option} changes one path for a whole Ingress, and this one has several: make one exposure for each path`,
    );
  return paths.size === 1 ? path : undefined;
}
