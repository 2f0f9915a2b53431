import { checkPassthrough } from '../../checks/route-checks';
import type { OptionTable } from '../../dialect';
import type { TraefikDraft } from '../draft';
import { needs } from '../needs';

/** How clients come in by TLS. */
export const tlsOptions: Pick<OptionTable<TraefikDraft>, 'tlsPassthrough' | 'forceHttps' | 'hsts'> = {
  tlsPassthrough: {
    how: 'IngressRouteTCP: tls.passthrough',
    note: 'An Ingress for the same host hides it.',
    write(_value, draft, route) {
      draft.passthrough = true;
      draft.needsCrds();
      draft.need(needs.entryPoints);
      checkPassthrough(route, draft);
    },
  },
  forceHttps: {
    how: 'Middleware redirectScheme',
    note: 'Without it a host with TLS is served over plain HTTP too. Answers 301 to GET, and 308 to other methods.',
    write(value, draft) {
      if (value) draft.middleware('https', { redirectScheme: { scheme: 'https', permanent: true } });
    },
  },
  hsts: {
    how: 'Middleware headers.stsSeconds',
    note: 'Told over TLS only.',
    write({ maxAgeSeconds, includeSubdomains, preload }, draft) {
      if (maxAgeSeconds === 0)
        draft.refuse('hsts.maxAgeSeconds 0 makes browsers forget, which Traefik has no way to say');
      draft.middleware('hsts', {
        headers: { stsSeconds: maxAgeSeconds, stsIncludeSubdomains: includeSubdomains, stsPreload: preload },
      });
    },
  },
};
