import { checkPassthrough } from '../../checks/route-checks';
import type { OptionTable } from '../../dialect';
import type { IngressNginxDraft } from '../draft';
import { configNeed, needs } from '../needs';

/** How clients come in by TLS. */
export const tlsOptions: Pick<OptionTable<IngressNginxDraft>, 'tlsPassthrough' | 'forceHttps' | 'hsts'> = {
  tlsPassthrough: {
    how: 'ssl-passthrough, flag --enable-ssl-passthrough',
    note: 'Plain HTTP is sent to HTTPS, since it would reach the pods.',
    write(_value, draft, route) {
      checkPassthrough(route, draft);
      draft.set('ssl-passthrough', true);
      draft.set('force-ssl-redirect', true);
      draft.need(needs.passthrough);
    },
  },
  forceHttps: {
    how: 'force-ssl-redirect, ssl-redirect',
    note: 'Answers 308. By itself it does so where there is a certificate.',
    write(value, draft) {
      draft.set(value ? 'force-ssl-redirect' : 'ssl-redirect', value);
    },
  },
  hsts: {
    how: 'ConfigMap: hsts, hsts-max-age, hsts-include-subdomains, hsts-preload',
    note: 'Told over TLS only, and for all routes of the controller alike.',
    write({ maxAgeSeconds, includeSubdomains = false, preload = false }, draft) {
      draft.need(configNeed('hsts', 'true'));
      draft.need(configNeed('hsts-max-age', String(maxAgeSeconds)));
      draft.need(configNeed('hsts-include-subdomains', String(includeSubdomains)));
      draft.need(configNeed('hsts-preload', String(preload)));
    },
  },
};
