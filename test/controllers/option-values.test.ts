import { optionProblems } from '../../lib/controllers/checks/option-checks';
import type { IngressOptions } from '../../lib/controllers/ingress-options';

/** Texts that mean something in a header, a rule, a regular expression, a template or the configuration of a proxy. */
const hostile = [
  'a\nX-Evil: 1',
  'a\r\nb',
  '`) || PathPrefix(`/',
  '";} location / {',
  '${jndi}',
  '$1',
  "a' b",
  'a\u0000',
  '',
  ' ',
  '{{ .Env }}',
  'a;b',
];

const slots: Record<string, (text: string) => IngressOptions> = {
  'stickySession.cookie': (cookie) => ({ stickySession: { cookie } }),
  rewritePath: (text) => ({ rewritePath: `/${text === '' ? '\n' : text}` }),
  'redirect.to': (text) => ({ redirect: { to: text === '' ? '' : `https://a.example.com/${text}` } }),
  'backendTls.caSecretName': (caSecretName) => ({
    backendProtocol: 'HTTPS',
    backendTls: { caSecretName, serverName: 'a' },
  }),
  'backendTls.serverName': (serverName) => ({
    backendProtocol: 'HTTPS',
    backendTls: { caSecretName: 'a', serverName },
  }),
  allowSources: (text) => ({ allowSources: [text] }),
  denySources: (text) => ({ denySources: [text] }),
  'basicAuth.secretName': (secretName) => ({ basicAuth: { secretName } }),
  'externalAuth.url': (text) => ({ externalAuth: { url: text === '' ? '' : `http://a/${text}` } }),
  'externalAuth.responseHeaders': (text) => ({ externalAuth: { url: 'http://a', responseHeaders: [text] } }),
  'cors.allowOrigins': (text) => ({ cors: { allowOrigins: [text === '' ? '' : `https://${text}`] } }),
  'cors.allowMethods': (text) => ({ cors: { allowOrigins: ['*'], allowMethods: [text] } }),
  'cors.allowHeaders': (text) => ({ cors: { allowOrigins: ['*'], allowHeaders: [text] } }),
  'cors.exposeHeaders': (text) => ({ cors: { allowOrigins: ['*'], exposeHeaders: [text] } }),
  'canary.service': (service) => ({ canary: { service, port: 80, weight: 1 } }),
  'canary.cookie': (cookie) => ({ canary: { service: 'a', port: 80, cookie } }),
  'canary.header': (name) => ({ canary: { service: 'a', port: 80, header: { name, value: 'a' } } }),
  'headers.setRequest': (name) => ({ headers: { setRequest: { [name]: 'a' } } }),
  'headers.removeResponse': (name) => ({ headers: { removeResponse: [name] } }),
};

describe.each(Object.entries(slots))('%s', (_slot, options) => {
  test.each(hostile)('refuses %j', (text) => {
    expect(optionProblems(options(text))).not.toEqual([]);
  });
});

test('header values and realms are one line of printable text', () => {
  const refused = ['a\nb', 'a\rb', 'a\u0000', '', ' a', 'a ', 'é', 'a\tb'];
  for (const value of refused) expect(optionProblems({ headers: { setRequest: { 'X-A': value } } })).toHaveLength(1);
  for (const realm of ['a"b', 'a\\b', 'a\nb', ''])
    expect(optionProblems({ basicAuth: { secretName: 'a', realm } })).toHaveLength(1);
});

const unsound: [IngressOptions, RegExp][] = [
  [{ rateLimit: { requests: 0 } }, /rateLimit.requests is 0: a whole number from 1/],
  [{ rateLimit: { requests: 1.5 } }, /1.5/],
  [{ rateLimit: { requests: 1, burst: 0 } }, /burst/],
  [{ connectionLimit: -1 }, /connectionLimit is -1/],
  [{ timeouts: { readSeconds: 0 } }, /readSeconds is 0/],
  [{ maxBodySize: '8 MB' }, /maxBodySize/],
  [{ allowSources: [] }, /empty/],
  [{ cors: { allowOrigins: [] } }, /empty/],
  [{ cors: { allowOrigins: ['*'], allowCredentials: true } }, /name the origins/],
  [{ cors: { allowOrigins: ['https://a.example.com/'] } }, /origin such as/],
  [{ canary: { service: 'a', port: 0, weight: 1 } }, /canary.port/],
  [{ canary: { service: 'a', port: 80, weight: 101 } }, /canary.weight/],
  [{ canary: { service: 'a', port: 80 } as never }, /one of weight, header and cookie/],
  [{ backendTls: { caSecretName: 'a', serverName: 'a' } }, /speak TLS/],
  [{ headers: { setRequest: { 'X-A': '1' }, removeRequest: ['x-a'] } }, /more than once/],
  [{ rewritePath: '/a/../b' }, /path/],
  [{ gzip: true } as never, /no option "gzip"/],
  [{ redirect: { to: 'https://a.example.com', status: 303 as never } }, /301, 302, 307, 308/],
];
test.each(unsound)('refuses %j', (options, problem) => {
  expect(optionProblems(options).join('; ')).toMatch(problem);
});

test('takes what is usual', () => {
  const options: IngressOptions = {
    stickySession: { cookie: '__Host-shop.v1', sameSite: 'Lax' },
    rewritePath: '/a%20b/c~d',
    allowSources: ['10.0.0.0/8', '::1', '192.0.2.1'],
    cors: { allowOrigins: ['*', 'https://a.example.com:8443'], allowMethods: ['*'], allowHeaders: ['*'] },
    externalAuth: { url: 'http://auth.auth.svc.cluster.local/verify?rd=x' },
    headers: { setResponse: { 'Content-Security-Policy': "default-src 'self'; img-src *" } },
    maxBodySize: '1Gi',
  };
  expect(optionProblems(options)).toEqual([]);
});
