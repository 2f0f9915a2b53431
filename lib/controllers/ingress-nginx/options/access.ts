import type { OptionTable } from '../../dialect';
import { originText, spacedText, urlText } from '../alphabets';
import type { IngressNginxDraft } from '../draft';
import { needs } from '../needs';

/** Who may come in. */
export const accessOptions: Pick<
  OptionTable<IngressNginxDraft>,
  'allowSources' | 'denySources' | 'basicAuth' | 'externalAuth' | 'cors'
> = {
  allowSources: {
    how: 'whitelist-source-range',
    note: 'Answers 403.',
    write(sources, draft) {
      // The newer name is unknown to older releases, which would let everybody in.
      draft.set('whitelist-source-range', sources.join(','));
    },
  },
  denySources: {
    how: 'denylist-source-range',
    note: 'Answers 403.',
    write(sources, draft) {
      draft.set('denylist-source-range', sources.join(','));
    },
  },
  basicAuth: {
    how: 'auth-type: basic, auth-secret, auth-realm',
    note: 'The Secret holds lines of htpasswd under the key auth.',
    write({ secretName, realm }, draft) {
      if (realm !== undefined && !spacedText.test(realm))
        draft.refuse(`basicAuth.realm is '${realm}': ingress-nginx takes letters, digits, blanks and -._~:/ alone`);
      draft.set('auth-type', 'basic');
      draft.set('auth-secret', secretName);
      if (realm !== undefined) draft.set('auth-realm', realm);
    },
  },
  externalAuth: {
    how: 'auth-url, auth-response-headers',
    write({ url, responseHeaders = [] }, draft) {
      if (!urlText.test(url))
        draft.refuse(`externalAuth.url is '${url}': ingress-nginx takes letters, digits and -._~:/,?&= alone`);
      draft.set('auth-url', url);
      if (responseHeaders.length > 0) draft.set('auth-response-headers', responseHeaders.join(','));
      draft.need(needs.highRisk);
    },
  },
  cors: {
    how: 'enable-cors, cors-...',
    note: 'Answers preflights of the named origins by itself.',
    write({ allowOrigins, allowMethods, allowHeaders, exposeHeaders, allowCredentials = false, maxAgeSeconds }, draft) {
      const origin = allowOrigins.find((one) => one !== '*' && !originText.test(one));
      if (origin !== undefined) draft.refuse(`cors.allowOrigins names '${origin}', which ingress-nginx does not take`);
      if (allowMethods?.includes('*') === true)
        draft.refuse('cors.allowMethods is * for all, which ingress-nginx does not take: name the methods');
      if (allowHeaders?.includes('*') === true)
        draft.refuse('cors.allowHeaders is * for all, which ingress-nginx does not take: name the headers');
      draft.set('enable-cors', true);
      draft.set('cors-allow-origin', allowOrigins.join(','));
      // It lets them unless told otherwise.
      draft.set('cors-allow-credentials', allowCredentials);
      if (allowMethods !== undefined) draft.set('cors-allow-methods', allowMethods.join(', '));
      if (allowHeaders !== undefined) draft.set('cors-allow-headers', allowHeaders.join(', '));
      if (exposeHeaders !== undefined) draft.set('cors-expose-headers', exposeHeaders.join(', '));
      if (maxAgeSeconds !== undefined) draft.set('cors-max-age', maxAgeSeconds);
    },
  },
};
