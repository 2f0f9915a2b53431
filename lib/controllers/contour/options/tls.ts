import { checkPassthrough } from '../../checks/route-checks';
import type { OptionTable } from '../../dialect';
import type { ContourDraft } from '../draft';
import { hstsValue } from '../../hsts';

/** How clients come in by TLS. */
export const tlsOptions: Pick<OptionTable<ContourDraft>, 'tlsPassthrough' | 'forceHttps' | 'hsts'> = {
  tlsPassthrough: {
    how: 'HTTPProxy: virtualhost.tls.passthrough and tcpproxy',
    write(_value, draft, route) {
      draft.asPassthrough();
      checkPassthrough(route, draft);
    },
  },
  forceHttps: {
    how: 'ingress.kubernetes.io/force-ssl-redirect, or HTTPProxy: permitInsecure',
    note: 'Answers 301.',
    write(value, draft, { rules, tls }) {
      if (!value) return;
      const served = new Set(tls.flatMap(({ hosts }) => hosts));
      if (rules.some(({ host }) => host === undefined || !served.has(host)))
        draft.refuse('forceHttps leads to https, which Contour serves for hosts with a certificate alone: give tls');
      draft.annotate('ingress.kubernetes.io/force-ssl-redirect', true);
    },
  },
  hsts: {
    how: 'HTTPProxy: responseHeadersPolicy.set',
    note: 'Told over plain HTTP too, where that is served; browsers do not heed it there.',
    write(hsts, draft) {
      draft.asHttpProxy('hsts');
      draft.responseHeaders.set({ 'Strict-Transport-Security': hstsValue(hsts) });
    },
  },
};
