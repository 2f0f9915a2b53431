import type * as options from './ingress-options';
import { boolean, listOf, needed, mapOf, number, oneOf, propsOf, text } from '../kubernetes/shape';

/** False would be no wish, and is left out. */
const wish = oneOf(true);
const texts = listOf(text);

/** The shape of the options of a route. What the values mean is checked where they are written. */
export const ingressOptionShape = propsOf<options.IngressOptions>({
  stickySession: propsOf<options.StickySession>({
    cookie: text,
    maxAgeSeconds: number,
    secure: boolean,
    sameSite: text,
  }),
  sourceIpAffinity: wish,
  tlsPassthrough: wish,
  stripPrefix: wish,
  rewritePath: text,
  redirect: propsOf<options.Redirect>({ to: needed(text), status: number }),
  forceHttps: boolean,
  hsts: propsOf<options.Hsts>({ maxAgeSeconds: needed(number), includeSubdomains: boolean, preload: boolean }),
  maxBodySize: text,
  timeouts: propsOf<options.Timeouts>({ connectSeconds: number, readSeconds: number, sendSeconds: number }),
  webSocket: wish,
  backendProtocol: text,
  backendTls: propsOf<options.BackendTls>({ caSecretName: needed(text), serverName: needed(text) }),
  allowSources: texts,
  denySources: texts,
  rateLimit: propsOf<options.RateLimit>({ requests: needed(number), per: text, burst: number }),
  connectionLimit: number,
  basicAuth: propsOf<options.BasicAuth>({ secretName: needed(text), realm: text }),
  externalAuth: propsOf<options.ExternalAuth>({ url: needed(text), responseHeaders: texts }),
  cors: propsOf<options.Cors>({
    allowOrigins: needed(texts),
    allowMethods: texts,
    allowHeaders: texts,
    exposeHeaders: texts,
    allowCredentials: boolean,
    maxAgeSeconds: number,
  }),
  canary: propsOf<options.Canary>({
    service: needed(text),
    port: needed(number),
    weight: number,
    header: propsOf<{ name: string; value: string }>({ name: needed(text), value: needed(text) }),
    cookie: text,
  }),
  headers: propsOf<options.HeaderChanges>({
    setRequest: mapOf(text),
    removeRequest: texts,
    setResponse: mapOf(text),
    removeResponse: texts,
  }),
  compression: wish,
  externalNameBackend: wish,
});
