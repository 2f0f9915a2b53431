import type { Check } from '../check';
import { allowSources } from './allow-sources';
import { backendProtocol } from './backend-protocol';
import { backendTls } from './backend-tls';
import { basicAuth } from './basic-auth';
import { canary } from './canary';
import { compression } from './compression';
import { connectionLimit } from './connection-limit';
import { cors } from './cors';
import { defaultBackend } from './default-backend';
import { denySources } from './deny-sources';
import { externalAuth } from './external-auth';
import { externalNameBackend } from './external-name-backend';
import { forceHttps } from './force-https';
import { headers, responseHeaders } from './headers';
import { hosts } from './hosts';
import { hsts } from './hsts';
import { maxBodySize } from './max-body-size';
import { paths, pathsWithOption } from './paths';
import { tcp, udp } from './port-routes';
import { rateLimit } from './rate-limit';
import { redirect } from './redirect';
import { rewritePath } from './rewrite-path';
import { sourceIpAffinity } from './source-ip-affinity';
import { stickyCookie, stickySession } from './sticky-session';
import { stripPrefix } from './strip-prefix';
import { connectTimeout, readTimeout } from './timeouts';
import { tls } from './tls';
import { tlsPassthrough } from './tls-passthrough';
import { webSocket } from './web-socket';

/** In the order of the table. */
export const checks: readonly Check[] = [
  hosts,
  paths,
  pathsWithOption,
  defaultBackend,
  tls,
  tlsPassthrough,
  tcp,
  udp,
  stickySession,
  stickyCookie,
  sourceIpAffinity,
  stripPrefix,
  rewritePath,
  redirect,
  forceHttps,
  hsts,
  maxBodySize,
  readTimeout,
  connectTimeout,
  webSocket,
  backendProtocol,
  backendTls,
  allowSources,
  denySources,
  rateLimit,
  connectionLimit,
  basicAuth,
  externalAuth,
  cors,
  canary,
  headers,
  responseHeaders,
  compression,
  externalNameBackend,
];
