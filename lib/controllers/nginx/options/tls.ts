import type { OptionTable } from '../../dialect';
import type { NginxDraft } from '../draft';
import { needs } from '../needs';
import { hstsValue } from '../../hsts';

/** How clients come in by TLS. */
export const tlsOptions: Pick<OptionTable<NginxDraft>, 'tlsPassthrough' | 'forceHttps' | 'hsts'> = {
  tlsPassthrough: {
    how: 'TransportServer on the listener tls-passthrough',
    write(_value, draft) {
      draft.passthrough = true;
      draft.need(needs.crds);
      draft.need(needs.passthrough);
    },
  },
  forceHttps: {
    how: 'ssl-redirect',
    note: 'With TLS it is so without being asked. Answers 301.',
    write(value, draft, route) {
      if (value && route.tls.length === 0)
        draft.refuse('forceHttps needs a certificate from NGINX, or nobody could follow the redirect: give tls');
      draft.redirectsToHttps = value;
      draft.set('ssl-redirect', value);
    },
  },
  hsts: {
    how: 'add-header',
    note: 'Told over plain HTTP too, where browsers do not listen. The annotation hsts would always add "preload".',
    write(hsts, draft) {
      draft.setResponseHeader('Strict-Transport-Security', hstsValue(hsts));
    },
  },
};
