import { checkPassthrough } from '../../checks/route-checks';
import type { OptionTable } from '../../dialect';
import type { HaproxyDraft } from '../draft';
import { quotedFormat } from '../text';
import { hstsValue } from '../../hsts';

/** How clients come in by TLS. */
export const tlsOptions: Pick<OptionTable<HaproxyDraft>, 'tlsPassthrough' | 'forceHttps' | 'hsts'> = {
  tlsPassthrough: {
    how: 'ssl-passthrough',
    write(_value, draft, route) {
      checkPassthrough(route, draft);
      draft.set('ssl-passthrough', true);
    },
  },
  forceHttps: {
    how: 'ssl-redirect',
    note: 'With TLS it is so without being asked. Answers 302.',
    write(value, draft) {
      draft.set('ssl-redirect', value);
    },
  },
  hsts: {
    how: 'response-set-header',
    note: 'Told over plain HTTP too, where browsers do not listen.',
    write(hsts, draft) {
      draft.setResponseHeader('Strict-Transport-Security', quotedFormat(hstsValue(hsts)));
    },
  },
};
