import type { OptionTable } from '../../dialect';
import type { Redirect } from '../../ingress-options';
import { plainPath, urlText } from '../alphabets';
import type { IngressNginxDraft } from '../draft';
import { checkRewrite } from '../route-checks';

const note =
  'All paths of the host become regular expressions without regard to case. It sees the path decoded, where %2F is a slash.';

/** Where a request goes, and under which path. */
export const pathOptions: Pick<OptionTable<IngressNginxDraft>, 'stripPrefix' | 'rewritePath' | 'redirect'> = {
  stripPrefix: {
    how: 'use-regex, rewrite-target',
    note,
    write(_value, draft, route) {
      checkRewrite(route, draft, 'stripPrefix');
      draft.rewrite('');
    },
  },
  rewritePath: {
    how: 'use-regex, rewrite-target',
    note,
    write(to, draft, route) {
      checkRewrite(route, draft, 'rewritePath');
      // Without a question mark, which together with a group such as $2 is CVE-2026-42945.
      if (!plainPath.test(to))
        draft.refuse(
          `rewritePath is '${to}', and ingress-nginx takes letters, digits, '/', '.', '_' and '-' alone: leave the rest out`,
        );
      draft.rewrite(to);
    },
  },
  redirect: {
    how: 'temporal-redirect(-code), permanent-redirect(-code)',
    note: 'The code 307 takes a release from 1.13 on; older ones answer 302.',
    write({ to, status = 302 }, draft) {
      if (!urlText.test(to))
        draft.refuse(
          `redirect.to is '${to}', and ingress-nginx takes letters, digits and -._~:/,?&= alone: lead to a simpler address, and redirect from there`,
        );
      const [kind, usual] = kindOf(status);
      draft.set(`${kind}-redirect`, to);
      if (status !== usual) draft.set(`${kind}-redirect-code`, status);
    },
  },
};

/** The annotation for a status, and the status that it stands for by itself. */
function kindOf(status: NonNullable<Redirect['status']>): readonly ['permanent' | 'temporal', number] {
  return status === 301 || status === 308 ? ['permanent', 301] : ['temporal', 302];
}
