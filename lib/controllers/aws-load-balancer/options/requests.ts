import { onePathOf } from '../../checks/one-path';
import type { OptionTable, Route } from '../../dialect';
import { cidrOf } from '../../cidr';
import type { Canary, Redirect } from '../../ingress-options';
import { escapeRegex } from '../../regex';
import { servicePortsOf } from '../../service-ports';
import type { AlbDraft } from '../draft';
import { prefix } from '../draft';

const webApplicationFirewall =
  'a web ACL of AWS WAF does it; make one, and name it in the annotation alb.ingress.kubernetes.io/wafv2-acl-arn';

/** What becomes of a request on its way. */
export const requestOptions: Omit<
  OptionTable<AlbDraft>,
  | 'stickySession'
  | 'sourceIpAffinity'
  | 'tlsPassthrough'
  | 'forceHttps'
  | 'hsts'
  | 'timeouts'
  | 'webSocket'
  | 'backendProtocol'
  | 'backendTls'
> = {
  stripPrefix: {
    how: 'transforms.<backend>: url-rewrite',
    note: 'From version 2.14.1 on.',
    write(_value, draft, route) {
      rewrite('stripPrefix', '', draft, route);
    },
  },
  rewritePath: {
    how: 'transforms.<backend>: url-rewrite',
    note: 'From version 2.14.1 on.',
    write(to, draft, route) {
      rewrite('rewritePath', to.replace(/\/$/, ''), draft, route);
    },
  },
  redirect: {
    how: 'actions.<route>-redirect, a backend with the port use-annotation',
    note: 'Status 301 or 302 alone. The query goes along, unless the URL has one of its own.',
    write: writeRedirect,
  },
  maxBodySize: { unsupported: 'it takes bodies of any size; limit them in the application' },
  allowSources: {
    how: 'inbound-cidrs',
    note: 'The security group of the whole load balancer: others get no connection.',
    write(sources, draft) {
      draft.annotate(`${prefix}inbound-cidrs`, sources.map(cidrOf).join(','));
    },
  },
  denySources: { unsupported: webApplicationFirewall },
  rateLimit: { unsupported: webApplicationFirewall },
  connectionLimit: { unsupported: 'it counts no connections of a client; limit them in the application' },
  basicAuth: {
    unsupported: 'it asks identity providers (OIDC, Cognito) alone; see its annotations auth-type and auth-idp-oidc',
  },
  externalAuth: {
    unsupported: 'it asks identity providers (OIDC, Cognito) alone; see its annotations auth-type and auth-idp-oidc',
  },
  cors: {
    unsupported: 'it adds the same headers to every answer and answers no preflights; let the application answer',
  },
  canary: {
    how: 'actions.<route>-<port>: forward with weights, or conditions.<route>-canary before the rule',
    note: 'A cookie counts where its value is always. Headers are compared without regard to case.',
    write: writeCanary,
  },
  headers: { unsupported: 'it sets none of your choice; let the application set them' },
  compression: { unsupported: 'it does not compress; let the application do it' },
  externalNameBackend: {
    unsupported: 'its targets are pods and nodes of the cluster; use a controller of the cluster',
  },
};

/** The pattern is held against path and query together. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-transforms.html */
function rewrite(option: string, to: string, draft: AlbDraft, route: Route): void {
  const path = onePathOf(route, draft, option);
  if (path === undefined) return;
  const rewrites = [{ regex: `^${escapeRegex(path)}/?(.*)$`, replace: `${to.replaceAll('$', '$$$$')}/$1` }];
  for (const backend of backendsOf(route))
    draft.annotateBackend('transforms', backend, [{ type: 'url-rewrite', urlRewriteConfig: { rewrites } }]);
}

/** The names of backends as the rules will have them. */
function backendsOf(route: Route): ReadonlySet<string> {
  const { canary } = route.options;
  const ports = servicePortsOf(route);
  const services = ports.map(({ service }) => service);
  if (canary === undefined) return new Set(services);
  if (canary.weight === undefined) return new Set([...services, `${route.name}-canary`]);
  return new Set(ports.map(({ name }) => splitName(route, name)));
}

function writeRedirect({ to, status = 302 }: Redirect, draft: AlbDraft, route: Route): void {
  if (status === 307 || status === 308)
    draft.refuse(`redirect.status is ${status}: an Application Load Balancer answers 301 or 302`);
  const { protocol, hostname, port, pathname, search, hash } = new URL(to);
  if (hash !== '')
    draft.refuse(
      'redirect.to has a fragment, which an Application Load Balancer does not send: leave out what begins with #',
    );
  const name = `${route.name}-redirect`;
  draft.annotateBackend('actions', name, {
    type: 'redirect',
    redirectConfig: {
      protocol: protocol === 'https:' ? 'HTTPS' : 'HTTP',
      host: hostname,
      port: port !== '' ? port : protocol === 'https:' ? '443' : '80',
      path: pathname,
      ...(search === '' ? {} : { query: search.slice(1) }),
      statusCode: `HTTP_${status}`,
    },
  });
  for (const one of servicePortsOf(route)) draft.act(one.name, { name, rule: 'replaces' });
}

function writeCanary(canary: Canary, draft: AlbDraft, route: Route): void {
  if (route.options.redirect !== undefined)
    draft.refuse('redirect asks no pod, so that there is nothing to share with a canary: leave one of them out');
  if (canary.weight === undefined) writeConditional(canary, draft, route);
  else writeSplit(canary, canary.weight, draft, route);
}

function writeSplit({ service, port }: Canary, weight: number, draft: AlbDraft, route: Route): void {
  const { stickySession } = route.options;
  const targetGroupStickinessConfig = { enabled: true, durationSeconds: stickySession?.maxAgeSeconds ?? 86_400 };
  for (const own of servicePortsOf(route)) {
    const name = splitName(route, own.name);
    draft.annotateBackend('actions', name, {
      type: 'forward',
      forwardConfig: {
        targetGroups: [
          { serviceName: own.service, servicePort: own.number, weight: 100 - weight },
          { serviceName: service, servicePort: port, weight },
        ],
        ...(stickySession === undefined ? {} : { targetGroupStickinessConfig }),
      },
    });
    draft.act(own.name, { name, rule: 'replaces' });
  }
}

function writeConditional(canary: Canary, draft: AlbDraft, route: Route): void {
  if (route.defaultBackend !== undefined)
    draft.refuse(
      'canary by a header or cookie needs a rule, and the default backend has none: make an exposure of its own for it',
    );
  const name = `${route.name}-canary`;
  const { service, port } = canary;
  const targetGroups = [{ serviceName: service, servicePort: port }];
  draft.annotateBackend('actions', name, { type: 'forward', forwardConfig: { targetGroups } });
  draft.annotateBackend('conditions', name, [
    { field: 'http-header', httpHeaderConfig: headerCondition(canary, draft) },
  ]);
  for (const one of servicePortsOf(route)) draft.act(one.name, { name, rule: 'precedes' });
}

function headerCondition({ header, cookie = '' }: Canary, draft: AlbDraft): object {
  if (header === undefined)
    return { httpHeaderName: 'Cookie', regexValues: [`^(.*; ?)?${escapeRegex(cookie)}=always(;.*)?$`] };
  if (/[*?\\]/.test(header.value))
    draft.refuse(
      `canary.header.value is ${JSON.stringify(header.value)}: *, ? and \\ mean wildcards to an Application Load Balancer`,
    );
  return { httpHeaderName: header.name, values: [header.value] };
}

function splitName(route: Route, port: string): string {
  return `${route.name}-${port}`;
}
