import type { OptionTable, Route } from '../../dialect';
import { hstsValue } from '../../hsts';
import type { AlbDraft } from '../draft';
import { prefix } from '../draft';
import type { AwsLoadBalancerSettings } from '../settings';

type ConnectionOptions = Pick<
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
>;

const protocols = {
  HTTP: { protocol: 'HTTP', version: 'HTTP1' },
  HTTPS: { protocol: 'HTTPS', version: 'HTTP1' },
  H2C: { protocol: 'HTTP', version: 'HTTP2' },
  GRPC: { protocol: 'HTTP', version: 'GRPC' },
  GRPCS: { protocol: 'HTTPS', version: 'GRPC' },
} as const;

/** The bounds are those of the API of Elastic Load Balancing: TargetGroupAttribute and LoadBalancerAttribute. */
const mostStickySeconds = 604_800;
const mostIdleSeconds = 4000;

/** Which pod takes a request. */
export function sessionOptions({
  targetType = 'ip',
}: AwsLoadBalancerSettings): Pick<ConnectionOptions, 'stickySession'> {
  return {
    stickySession: {
      how: 'target-group-attributes: stickiness.enabled, stickiness.lb_cookie.duration_seconds',
      note: 'For a day, unless maxAgeSeconds says otherwise.',
      lacks: {
        cookie: 'it calls the cookie AWSALB; leave the name out',
        secure: 'it makes the cookie by itself; leave it out',
        sameSite: 'it makes the cookie by itself; leave it out',
      },
      write({ maxAgeSeconds }, draft) {
        if (targetType === 'instance')
          draft.refuse('stickySession holds for a node where targets are of type instance: take targetType ip');
        if (maxAgeSeconds !== undefined && maxAgeSeconds > mostStickySeconds)
          draft.refuse(
            `stickySession.maxAgeSeconds is ${maxAgeSeconds}: at most ${mostStickySeconds}, a week, is allowed`,
          );
        const { targetGroupAttributes } = draft;
        targetGroupAttributes['stickiness.enabled'] = 'true';
        if (maxAgeSeconds !== undefined) targetGroupAttributes['stickiness.lb_cookie.duration_seconds'] = maxAgeSeconds;
      },
    },
  };
}

/** How clients reach the load balancer, and the load balancer pods. */
export const connectionOptions: Omit<ConnectionOptions, 'stickySession'> = {
  sourceIpAffinity: { unsupported: 'it knows clients by a cookie alone; use stickySession' },
  tlsPassthrough: {
    unsupported: 'it ends TLS itself; use Exposure.loadBalancer, which makes a Network Load Balancer',
  },
  forceHttps: {
    how: 'ssl-redirect',
    note: 'Answers 301. With tls and without it, both ports lead to the application.',
    write(value, draft, route) {
      if (value && needsTls('forceHttps', route, draft)) draft.annotate(`${prefix}ssl-redirect`, 443);
    },
  },
  hsts: {
    how: 'listener-attributes.HTTPS-443: routing.http.response.strict_transport_security.header_value',
    write(hsts, draft, route) {
      needsTls('hsts', route, draft);
      draft.tlsListenerAttributes['routing.http.response.strict_transport_security.header_value'] = hstsValue(hsts);
    },
  },
  timeouts: {
    how: 'load-balancer-attributes: idle_timeout.timeout_seconds',
    note: 'One limit for silence on either side, of the whole load balancer.',
    lacks: { connectSeconds: 'it waits ten seconds always; leave it out' },
    write({ readSeconds, sendSeconds = readSeconds }, draft) {
      const seconds = readSeconds ?? sendSeconds;
      if (seconds === undefined) return;
      if (seconds !== sendSeconds)
        draft.refuse(
          'timeouts.readSeconds and sendSeconds are one limit of an Application Load Balancer: give them the same value',
        );
      if (seconds > mostIdleSeconds)
        draft.refuse(`timeouts.readSeconds is ${seconds}: at most ${mostIdleSeconds} is allowed`);
      draft.loadBalancerAttributes['idle_timeout.timeout_seconds'] = seconds;
    },
  },
  webSocket: { how: 'nothing to set', write: () => undefined },
  backendProtocol: {
    how: 'backend-protocol, backend-protocol-version',
    note: 'Certificates of pods are not checked. HTTP/2 and gRPC are led from TLS alone.',
    write(value, draft, route) {
      const { protocol, version } = protocols[value];
      draft.annotate(`${prefix}backend-protocol`, protocol);
      if (version === 'HTTP1') return;
      needsTls(`backendProtocol ${value}`, route, draft);
      draft.annotate(`${prefix}backend-protocol-version`, version);
    },
  },
  backendTls: {
    unsupported: 'it checks no certificates of pods; leave it out, or end TLS in a proxy beside the pods',
  },
};

/** A listener without TLS refuses rules that lead to pods by HTTP/2; where it only redirects it has no rules. */
export function listensOnHttp({ options }: Route): boolean {
  const { backendProtocol = 'HTTP', forceHttps } = options;
  return forceHttps === true || protocols[backendProtocol].version === 'HTTP1';
}

function needsTls(option: string, { tls }: Route, draft: AlbDraft): boolean {
  if (tls.length > 0) return true;
  draft.refuse(`${option} needs the port for TLS, which the load balancer has for an Ingress with tls only: give tls`);
  return false;
}
