import type { OptionTable } from '../../dialect';
import type { NginxDraft } from '../draft';
import { checkVirtualServer } from '../route-checks';

/** Where a request goes, and under which path. */
export const pathOptions: Pick<OptionTable<NginxDraft>, 'stripPrefix' | 'rewritePath' | 'redirect'> = {
  stripPrefix: {
    how: 'rewrites',
    note: 'The path is decoded and encoded again on its way.',
    write(_value, draft) {
      rewrite(draft, '/');
    },
  },
  rewritePath: {
    how: 'rewrites',
    note: 'The path is decoded and encoded again on its way.',
    write(to, draft) {
      if (to.includes('='))
        draft.refuse(`rewritePath is '${to}', and NGINX' annotation takes no '=': escape it by %3D`);
      rewrite(draft, `${to.replace(/\/$/, '')}/`);
    },
  },
  redirect: {
    how: 'VirtualServer: action.redirect',
    write({ to, status = 302 }, draft, route) {
      checkVirtualServer(route, draft, 'redirect');
      const others = (['headers', 'hsts', 'cors'] as const).filter((name) => route.options[name] !== undefined);
      if (others.length > 0)
        draft.refuse(`redirect answers with no header but its own behind NGINX: leave out ${others.join(', ')}`);
      draft.answerBy({ redirect: { url: to, code: status } });
    },
  },
};

function rewrite(draft: NginxDraft, to: string): void {
  draft.set(
    'rewrites',
    draft
      .services()
      .map((service) => `serviceName=${service} rewrite=${to}`)
      .join(';'),
  );
  draft.proxy['rewritePath'] = to;
}
