import type { OptionTable } from '../../dialect';
import type { ContourDraft } from '../draft';
import { checkRewrite } from '../route-checks';

/** Where a request goes, and under which path. */
export const pathOptions: Pick<OptionTable<ContourDraft>, 'stripPrefix' | 'rewritePath' | 'redirect'> = {
  stripPrefix: {
    how: 'HTTPProxy: pathRewritePolicy.replacePrefix',
    write(_value, draft, route) {
      draft.asHttpProxy('stripPrefix');
      checkRewrite(route, draft, 'stripPrefix');
      draft.rewriteTo = '';
    },
  },
  rewritePath: {
    how: 'HTTPProxy: pathRewritePolicy.replacePrefix',
    write(to, draft, route) {
      draft.asHttpProxy('rewritePath');
      checkRewrite(route, draft, 'rewritePath');
      draft.rewriteTo = to.replace(/\/+$/, '');
    },
  },
  redirect: {
    how: 'HTTPProxy: requestRedirectPolicy',
    note: 'A query that was asked with goes along, unless the address has one.',
    write({ to, status = 302 }, draft) {
      draft.asHttpProxy('redirect');
      const { protocol, hostname, port, pathname, search, hash, username, password } = new URL(to);
      if (!hostName.test(hostname) || username !== '' || password !== '')
        draft.refuse(`redirect.to is '${to}', and Contour redirects to a host by its name: leave everything else out`);
      draft.routeFields['requestRedirectPolicy'] = {
        scheme: protocol.slice(0, -1),
        hostname,
        port: port === '' ? undefined : Number(port),
        path: `${pathname}${search}${hash}`,
        statusCode: status,
      };
    },
  },
};

/** The pattern of `hostname` in the definition of HTTPProxy. */
const hostName = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
