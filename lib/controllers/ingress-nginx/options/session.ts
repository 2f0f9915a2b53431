import type { OptionTable, Route } from '../../dialect';
import type { IngressNginxDraft } from '../draft';
import { needs } from '../needs';
import { isRegex } from '../route-checks';

/** Which pod takes a request. */
export const sessionOptions: Pick<
  OptionTable<IngressNginxDraft>,
  'stickySession' | 'sourceIpAffinity' | 'webSocket'
> = {
  stickySession: {
    how: 'affinity: cookie and session-cookie-...',
    note: 'The cookie holds for the path of the rule.',
    write({ cookie = 'route', maxAgeSeconds, secure, sameSite }, draft, route) {
      draft.set('affinity', 'cookie');
      // Otherwise browsers change the pod whenever there are more pods.
      draft.set('affinity-mode', 'persistent');
      draft.set('session-cookie-name', cookie);
      if (maxAgeSeconds !== undefined) {
        draft.set('session-cookie-max-age', maxAgeSeconds);
        draft.set('session-cookie-expires', maxAgeSeconds);
      }
      if (secure !== undefined) draft.set('session-cookie-secure', secure);
      if (sameSite !== undefined) draft.set('session-cookie-samesite', sameSite);
      const path = cookiePath(route);
      if (path !== undefined) draft.set('session-cookie-path', path);
    },
  },
  sourceIpAffinity: {
    how: 'upstream-hash-by: $binary_remote_addr',
    write(_value, draft, route) {
      if (route.options.stickySession !== undefined)
        draft.refuse('ingress-nginx chooses pods by the cookie or by the address: keep one of both options');
      draft.set('upstream-hash-by', '$binary_remote_addr');
      draft.need(needs.highRisk);
    },
  },
  webSocket: {
    how: 'nothing to set',
    note: 'A connection without traffic ends after 60 seconds: see timeouts.',
    write: () => undefined,
  },
};

/** A pattern as the path of a cookie is the path of no request; undefined where the rule's own path is none. */
function cookiePath({ rules, options }: Route): string | undefined {
  const paths = rules.flatMap((rule) => rule.paths);
  if (paths.some(isRegex)) return '/';
  if (options.stripPrefix === undefined && options.rewritePath === undefined) return undefined;
  const [only, second] = new Set(paths.map(({ path }) => (path === '/' ? path : path.replace(/\/$/, ''))));
  return second === undefined && only !== undefined ? only : '/';
}
