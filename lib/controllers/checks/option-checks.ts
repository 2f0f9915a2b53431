import { bytesOf } from '../byte-size';
import type { Canary, Cors, HeaderChanges, IngressOptionName, IngressOptions } from '../ingress-options';
import * as texts from './texts';

type Checks = {
  readonly [Name in IngressOptionName]-?: (value: NonNullable<IngressOptions[Name]>) => readonly string[];
};

const none = (): readonly string[] => [];

/** What each option must look like, whichever controller reads it. */
const checks: Checks = {
  stickySession: ({ cookie, maxAgeSeconds, sameSite }) => [
    ...texts.cookie('stickySession.cookie', cookie),
    ...texts.wholeNumber('stickySession.maxAgeSeconds', maxAgeSeconds, 1),
    ...texts.oneOf('stickySession.sameSite', sameSite, ['Strict', 'Lax', 'None']),
  ],
  sourceIpAffinity: none,
  tlsPassthrough: none,
  stripPrefix: none,
  rewritePath: (path) => texts.urlPath('rewritePath', path),
  redirect: ({ to, status }) => [
    ...texts.url('redirect.to', to),
    ...texts.oneOf('redirect.status', status, [301, 302, 307, 308]),
  ],
  forceHttps: none,
  hsts: ({ maxAgeSeconds }) => texts.wholeNumber('hsts.maxAgeSeconds', maxAgeSeconds, 0),
  maxBodySize: (size) =>
    bytesOf(size) === undefined
      ? [`maxBodySize is ${JSON.stringify(size)}, which is no number of bytes: give 8Mi or the like`]
      : [],
  timeouts: ({ connectSeconds, readSeconds, sendSeconds }) => [
    ...texts.wholeNumber('timeouts.connectSeconds', connectSeconds, 1),
    ...texts.wholeNumber('timeouts.readSeconds', readSeconds, 1),
    ...texts.wholeNumber('timeouts.sendSeconds', sendSeconds, 1),
  ],
  webSocket: none,
  backendProtocol: (protocol) => texts.oneOf('backendProtocol', protocol, ['HTTP', 'HTTPS', 'H2C', 'GRPC', 'GRPCS']),
  backendTls: ({ caSecretName, serverName }) => [
    ...texts.objectName('backendTls.caSecretName', caSecretName),
    ...texts.objectName('backendTls.serverName', serverName),
  ],
  allowSources: (sources) => texts.sources('allowSources', sources),
  denySources: (sources) => texts.sources('denySources', sources),
  rateLimit: ({ requests, per, burst }) => [
    ...texts.wholeNumber('rateLimit.requests', requests, 1),
    ...texts.wholeNumber('rateLimit.burst', burst, 1),
    ...texts.oneOf('rateLimit.per', per, ['second', 'minute']),
  ],
  connectionLimit: (limit) => texts.wholeNumber('connectionLimit', limit, 1),
  basicAuth: ({ secretName, realm }) => [
    ...texts.objectName('basicAuth.secretName', secretName),
    ...texts.realm('basicAuth.realm', realm),
  ],
  externalAuth: ({ url, responseHeaders }) => [
    ...texts.url('externalAuth.url', url),
    ...texts.headerNames('externalAuth.responseHeaders', responseHeaders),
  ],
  cors: corsProblems,
  canary: canaryProblems,
  headers: headerProblems,
  compression: none,
  externalNameBackend: none,
};

/** What is wrong with options by themselves and with each other. Empty when all is well. */
export function optionProblems(options: IngressOptions): readonly string[] {
  const unknown = Object.keys(options).filter((name) => !Object.hasOwn(checks, name));
  const own = (Object.keys(checks) as IngressOptionName[]).flatMap((name) => {
    // Name and value belong together, which the union of all options no longer shows.
    const check = checks[name] as (value: unknown) => readonly string[];
    return options[name] === undefined ? [] : check(options[name]);
  });
  return [...unknown.map((name) => `there is no option ${JSON.stringify(name)}`), ...own, ...together(options)];
}

function together({ stripPrefix, rewritePath, backendTls, backendProtocol = 'HTTP' }: IngressOptions): string[] {
  const problems: string[] = [];
  if (stripPrefix === true && rewritePath !== undefined)
    problems.push(
      'stripPrefix and rewritePath both change the path: keep one, rewritePath alone takes the prefix off too',
    );
  if (backendTls !== undefined && backendProtocol !== 'HTTPS' && backendProtocol !== 'GRPCS')
    problems.push(
      `backendTls needs pods that speak TLS: set backendProtocol to HTTPS or GRPCS, it is ${backendProtocol}`,
    );
  return problems;
}

function corsProblems(cors: Cors): readonly string[] {
  const { allowOrigins, allowMethods = [], allowHeaders, exposeHeaders, allowCredentials, maxAgeSeconds } = cors;
  const reflected = allowCredentials === true && allowOrigins.includes('*');
  return [
    ...(allowOrigins.length === 0 ? ['cors.allowOrigins is empty: name at least one origin'] : []),
    ...allowOrigins.flatMap((one) => texts.origin('cors.allowOrigins', one)),
    ...(reflected ? ['cors lets every origin use the credentials of visitors: name the origins in place of *'] : []),
    ...allowMethods
      .filter((method) => !/^(?:[A-Z]+|\*)$/.test(method))
      .map((method) => `cors.allowMethods names ${JSON.stringify(method)}: methods are capital letters`),
    ...texts.headerNames('cors.allowHeaders', allowHeaders, true),
    ...texts.headerNames('cors.exposeHeaders', exposeHeaders, true),
    ...texts.wholeNumber('cors.maxAgeSeconds', maxAgeSeconds, 0),
  ];
}

function canaryProblems(canary: Canary): readonly string[] {
  const { service, port, weight, header, cookie } = canary;
  const ways = [weight, header, cookie].filter((way) => way !== undefined).length;
  return [
    ...texts.objectName('canary.service', service),
    ...texts.wholeNumber('canary.port', port, 1, 65535),
    ...(ways === 1 ? [] : ['canary is chosen by one of weight, header and cookie']),
    ...texts.wholeNumber('canary.weight', weight, 0, 100),
    ...(header === undefined ? [] : texts.headerNames('canary.header', [header.name])),
    ...(header === undefined ? [] : texts.headerValue('canary.header.value', header.value)),
    ...texts.cookie('canary.cookie', cookie),
  ];
}

function headerProblems({ setRequest, removeRequest, setResponse, removeResponse }: HeaderChanges): readonly string[] {
  return [
    ...changeProblems('headers.setRequest', setRequest, 'headers.removeRequest', removeRequest),
    ...changeProblems('headers.setResponse', setResponse, 'headers.removeResponse', removeResponse),
  ];
}

/** Names of headers are alike whatever their case, so that the last of two would win by chance. */
function changeProblems(
  set: string,
  values: Readonly<Record<string, string>> = {},
  remove: string,
  removed: readonly string[] = [],
): readonly string[] {
  const names = [...Object.keys(values), ...removed].map((name) => name.toLowerCase());
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  return [
    ...texts.headerNames(set, Object.keys(values)),
    ...texts.headerNames(remove, removed),
    ...Object.entries(values).flatMap(([name, value]) => texts.headerValue(`${set}[${JSON.stringify(name)}]`, value)),
    ...(twice === undefined ? [] : [`${set} and ${remove} name ${JSON.stringify(twice)} more than once`]),
  ];
}
