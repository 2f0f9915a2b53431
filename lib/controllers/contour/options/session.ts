import type { OptionTable } from '../../dialect';
import type { ContourDraft } from '../draft';

/** The one name that Contour gives the cookie (loadBalancerRequestHashPolicies). */
const cookieName = 'X-Contour-Session-Affinity';

/** Which pod takes a request. */
export const sessionOptions: Pick<OptionTable<ContourDraft>, 'stickySession' | 'sourceIpAffinity' | 'webSocket'> = {
  stickySession: {
    how: 'HTTPProxy: loadBalancerPolicy.strategy Cookie, cookieRewritePolicies',
    note: `The cookie is ${cookieName}, and is forgotten with the session of the browser.`,
    lacks: {
      cookie: `its cookie is always ${cookieName}: leave the name out`,
      maxAgeSeconds: 'its cookie lasts as long as the session of the browser: leave the time out',
    },
    write({ secure, sameSite }, draft) {
      draft.asHttpProxy('stickySession');
      draft.routeFields['loadBalancerPolicy'] = { strategy: 'Cookie' };
      if (secure !== undefined || sameSite !== undefined)
        draft.routeFields['cookieRewritePolicies'] = [{ name: cookieName, secure, sameSite }];
    },
  },
  sourceIpAffinity: {
    how: 'HTTPProxy: loadBalancerPolicy.strategy RequestHash, hashSourceIP',
    write(_value, draft, route) {
      draft.asHttpProxy('sourceIpAffinity');
      if (route.options.stickySession !== undefined)
        draft.refuse('stickySession and sourceIpAffinity are two policies of Contour, which takes one: keep one');
      draft.routeFields['loadBalancerPolicy'] = {
        strategy: 'RequestHash',
        requestHashPolicies: [{ hashSourceIP: true }],
      };
    },
  },
  webSocket: {
    how: 'websocket-routes, or HTTPProxy: enableWebsockets',
    write(_value, draft, { rules, defaultBackend }) {
      const paths = rules.flatMap((rule) => rule.paths.map(({ path }) => path));
      const all = [...new Set(defaultBackend === undefined ? paths : [...paths, '/'])];
      // The annotation is a list with commas.
      if (all.some((path) => path.includes(','))) draft.asHttpProxy("webSocket for a path with ','");
      draft.annotate('projectcontour.io/websocket-routes', all.join(','));
      draft.routeFields['enableWebsockets'] = true;
    },
  },
};
