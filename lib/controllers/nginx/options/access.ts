import type { OptionTable } from '../../dialect';
import type { Cors, ExternalAuth } from '../../ingress-options';
import type { NginxDraft } from '../draft';

/** Who may come in. */
export const accessOptions: Pick<
  OptionTable<NginxDraft>,
  'allowSources' | 'denySources' | 'basicAuth' | 'externalAuth' | 'cors'
> = {
  allowSources: {
    how: 'Policy accessControl',
    note: 'Answers 403.',
    write(allow, draft, route) {
      if (route.options.denySources !== undefined)
        draft.refuse('of allowSources and denySources NGINX heeds the first alone: leave denySources out');
      draft.policy('allow', { accessControl: { allow } });
    },
  },
  denySources: {
    how: 'Policy accessControl',
    note: 'Answers 403.',
    write(deny, draft) {
      draft.policy('deny', { accessControl: { deny } });
    },
  },
  basicAuth: {
    how: 'basic-auth-secret, basic-auth-realm',
    note: 'The Secret is of the type nginx.org/htpasswd, with lines of htpasswd under the key htpasswd.',
    write({ secretName, realm = 'Restricted' }, draft) {
      draft.set('basic-auth-secret', secretName);
      draft.set('basic-auth-realm', realm);
      draft.policyInstead('basic-auth', { basicAuth: { secret: secretName, realm } });
    },
  },
  externalAuth: {
    how: 'Policy externalAuth',
    note: 'The URL names a Service of the cluster, as name, name.namespace or name.namespace.svc.',
    lacks: { responseHeaders: 'it hands none on; let the application ask the service itself' },
    write: writeExternalAuth,
  },
  cors: {
    how: 'Policy cors',
    note: 'Answers preflights by itself.',
    write: writeCors,
  },
};

function writeExternalAuth({ url }: ExternalAuth, draft: NginxDraft): void {
  const { protocol, hostname, port, pathname, search } = new URL(url);
  const [name, namespace, svc = 'svc', ...domain] = hostname.split('.');
  const inCluster = svc === 'svc' && (domain.length === 0 || domain.join('.') === 'cluster.local');
  if (name === undefined || !inCluster || !/^[a-z]/.test(name))
    draft.refuse(
      `externalAuth.url is '${url}', and NGINX asks Services of the cluster alone: give http://name.namespace.svc/path`,
    );
  if (search !== '')
    draft.refuse(`externalAuth.url has the query '${search}', which NGINX does not ask with: leave it out`);
  const secure = protocol === 'https:';
  const number = port === '' ? (secure ? 443 : 80) : Number(port);
  draft.policy('auth', {
    externalAuth: {
      authURI: pathname,
      authServiceName: namespace === undefined ? name : `${namespace}/${name ?? ''}`,
      authServicePorts: [number],
      sslEnabled: secure ? true : undefined,
    },
  });
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'];

function writeCors(cors: Cors, draft: NginxDraft): void {
  const { allowOrigins, allowMethods, allowHeaders, exposeHeaders, allowCredentials, maxAgeSeconds } = cors;
  const all = allowMethods?.includes('*') === true;
  const unknown = all ? undefined : allowMethods?.find((method) => !methods.includes(method));
  if (unknown !== undefined)
    draft.refuse(`cors.allowMethods names ${unknown}, and NGINX knows ${methods.join(', ')}: leave it out`);
  // HEAD is let by GET, and refused beside it.
  const named = all ? methods.filter((method) => method !== 'HEAD') : allowMethods;
  draft.policy('cors', {
    cors: {
      allowOrigin: [...new Set(allowOrigins)],
      allowMethods: named?.includes('GET') === true ? named.filter((method) => method !== 'HEAD') : named,
      allowHeaders,
      exposeHeaders,
      allowCredentials,
      maxAge: maxAgeSeconds,
    },
  });
}
