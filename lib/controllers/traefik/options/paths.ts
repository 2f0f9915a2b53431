import type { OptionTable, Route } from '../../dialect';
import { escapeRegex } from '../../regex';
import type { TraefikDraft } from '../draft';
import { escapeReplacement } from '../rule';

/** Where a request goes, and under which path. */
export const pathOptions: Pick<OptionTable<TraefikDraft>, 'stripPrefix' | 'rewritePath' | 'redirect'> = {
  stripPrefix: {
    how: 'Middleware stripPrefix, or replacePathRegex beside the path /',
    note: 'Tells the pods in X-Forwarded-Prefix what was cut off.',
    write(_value, draft, route) {
      const paths = pathsOf(route, draft, 'stripPrefix');
      // stripPrefix goes by letters: behind the rule / it would cut /api off /apis too.
      if (paths.includes('')) draft.middleware('strip-prefix', { replacePathRegex: replacing(paths, '') });
      else draft.middleware('strip-prefix', { stripPrefix: { prefixes: paths } });
    },
  },
  rewritePath: {
    how: 'Middleware replacePathRegex',
    note: 'Tells the pods in X-Replaced-Path what was asked for.',
    write(to, draft, route) {
      const paths = pathsOf(route, draft, 'rewritePath');
      draft.middleware('rewrite', { replacePathRegex: replacing(paths, to.replace(/\/$/, '')) });
    },
  },
  redirect: {
    how: 'Middleware redirectRegex',
    note: 'Answers 302 or 301 to GET, and 307 or 308 to other methods.',
    write({ to, status = 302 }, draft) {
      const permanent = status === 301 || status === 308;
      draft.middleware('redirect', {
        redirectRegex: { regex: '^.*$', replacement: escapeReplacement(to), permanent },
      });
    },
  },
};

/** Puts another text in place of the longest of the paths that a request begins with; the empty one stands for the root. */
function replacing(paths: readonly string[], to: string): { readonly regex: string; readonly replacement: string } {
  return { regex: `^(?:${paths.map(escapeRegex).join('|')})(?:/(.*))?$`, replacement: `${escapeReplacement(to)}/$1` };
}

/** The paths of a route, the longest first. One middleware sees the path alone, so that all hosts must have the same ones. */
function pathsOf(route: Route, draft: TraefikDraft, option: string): readonly string[] {
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
