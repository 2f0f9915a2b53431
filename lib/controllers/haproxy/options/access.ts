import type { OptionTable } from '../../dialect';
import type { Cors } from '../../ingress-options';
import type { HaproxyDraft } from '../draft';
import { literal, quotedFormat, word } from '../text';

/** Who may come in. */
export const accessOptions: Pick<
  OptionTable<HaproxyDraft>,
  'allowSources' | 'denySources' | 'basicAuth' | 'externalAuth' | 'cors'
> = {
  allowSources: {
    how: 'allow-list',
    note: 'Answers 403.',
    write(sources, draft) {
      draft.set('allow-list', sources.join(', '));
    },
  },
  denySources: {
    how: 'deny-list',
    note: 'Answers 403.',
    write(sources, draft) {
      draft.set('deny-list', sources.join(', '));
    },
  },
  basicAuth: {
    how: 'auth-type, auth-secret, auth-realm',
    note: 'The Secret holds a key for each user, with the hash of crypt(3) as its value. Blanks of the realm become dashes.',
    write({ secretName, realm }, draft) {
      draft.set('auth-type', 'basic-auth');
      draft.set('auth-secret', secretName);
      if (realm !== undefined) draft.set('auth-realm', realm);
    },
  },
  externalAuth: { unsupported: 'it asks nobody else; use basicAuth, or let the application ask' },
  cors: {
    how: 'cors-enable and what begins with cors-, response-set-header',
    note: 'Answers every OPTIONS request by itself. Methods and headers that are not named are all allowed.',
    write: writeCors,
  },
};

/** Methods that the controller knows. */
const methods = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];

function writeCors(cors: Cors, draft: HaproxyDraft): void {
  const { allowOrigins, allowMethods, allowHeaders, exposeHeaders = [], allowCredentials, maxAgeSeconds } = cors;
  const unknown = allowMethods?.find((method) => method !== '*' && !methods.includes(method));
  if (unknown !== undefined)
    draft.refuse(`cors.allowMethods names ${unknown}, and HAProxy knows ${methods.join(', ')}: leave it out`);
  draft.set('cors-enable', true);
  const all = allowOrigins.includes('*');
  draft.set('cors-allow-origin', all ? '*' : word(`^(?:${allowOrigins.map(literal).join('|')})$`));
  if (allowMethods !== undefined)
    draft.set('cors-allow-methods', allowMethods.includes('*') ? '*' : allowMethods.join(', '));
  if (allowHeaders !== undefined) draft.set('cors-allow-headers', allowHeaders.join(', '));
  if (allowCredentials === true) draft.set('cors-allow-credentials', true);
  if (maxAgeSeconds !== undefined) draft.set('cors-max-age', `${maxAgeSeconds}s`);
  draft.set('cors-respond-to-options', true);
  if (exposeHeaders.length > 0)
    draft.setResponseHeader('Access-Control-Expose-Headers', quotedFormat(exposeHeaders.join(', ')));
}
