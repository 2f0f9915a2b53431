import type { OptionTable, Route } from '../../dialect';
import { escapeRegex } from '../../regex';
import type { HaproxyDraft } from '../draft';
import { format, word } from '../text';

/** Where a request goes, and under which path. */
export const pathOptions: Pick<OptionTable<HaproxyDraft>, 'stripPrefix' | 'rewritePath' | 'redirect'> = {
  stripPrefix: {
    how: 'path-rewrite',
    write(_value, draft, route) {
      draft.set('path-rewrite', replacing(pathsOf(route, draft, 'stripPrefix'), ''));
    },
  },
  rewritePath: {
    how: 'path-rewrite',
    write(to, draft, route) {
      draft.set('path-rewrite', replacing(pathsOf(route, draft, 'rewritePath'), to.replace(/\/$/, '')));
    },
  },
  redirect: {
    how: 'request-redirect, request-redirect-code',
    note: 'To another host, where the path and query that were asked for are kept.',
    write({ to, status = 302 }, draft) {
      const { origin, href } = new URL(to);
      if (href !== `${origin}/` || to.endsWith('/'))
        draft.refuse(
          `HAProxy keeps the path in a redirect, so that redirect.to cannot be '${to}': give scheme and host alone, as ${origin}`,
        );
      draft.set('request-redirect', format(to));
      draft.set('request-redirect-code', status);
    },
  },
};

/** Puts another text in place of the longest of the paths that a request begins with; the empty one stands for the root. */
function replacing(paths: readonly string[], to: string): string {
  return `${word(`^(?:${paths.map(escapeRegex).join('|')})(?:/(.*))?$`)} ${format(to)}/\\1`;
}

/** The paths of a route, the longest first. The rule of an Ingress sees the path alone, so that all hosts must have the same ones. */
function pathsOf(route: Route, draft: HaproxyDraft, option: string): readonly string[] {
  const each = route.rules.map(({ paths }) =>
    [...new Set(paths.map(({ path }) => path.replace(/\/$/, '')))].sort(
      (a, b) => b.length - a.length || (a < b ? -1 : 1),
    ),
  );
  const [first = ['']] = each;
  if (each.some((paths) => paths.join() !== first.join()))
    draft.refuse(
      `${option} changes the path for all hosts of an Ingress alike, and theirs are different: make one exposure for each host`,
    );
  return first;
}
