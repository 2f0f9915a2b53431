/**
 * What an application may ask of an ingress controller, in words that no controller owns. Each controller's dialect turns an option into what
 * that controller reads, or says why it cannot; docs/controllers.md has the table.
 */
export interface IngressOptions {
  /** Send all requests of one browser to one pod, by a cookie that the controller sets. @default - each request to any pod */
  readonly stickySession?: StickySession;
  /** Send all requests of one client address to one pod. @default false */
  readonly sourceIpAffinity?: true;
  /** Hand TLS on to the pods undecrypted, chosen by the name that the client asks for. Paths and `tls` mean nothing then. @default false */
  readonly tlsPassthrough?: true;
  /** Cut the rule's path off before the request reaches the pods: `/api/users` comes in as `/users`. @default false */
  readonly stripPrefix?: true;
  /** Put this in place of the rule's path: with `/v2`, `/api/users` comes in as `/v2/users`. @default - the path stays */
  readonly rewritePath?: string;
  /** Answer with a redirect, and ask no pod. @default - none */
  readonly redirect?: Redirect;
  /** Answer plain HTTP with a redirect to HTTPS; false to serve both. @default - what the controller does by itself */
  readonly forceHttps?: boolean;
  /** Tell browsers to come by HTTPS only (Strict-Transport-Security). @default - not told */
  readonly hsts?: Hsts;
  /** The largest body of a request, as a quantity: `8Mi`. @default - the controller's own limit */
  readonly maxBodySize?: string;
  /** How long the controller waits for pods. @default - the controller's own times */
  readonly timeouts?: Timeouts;
  /** The application speaks WebSocket. @default false */
  readonly webSocket?: true;
  /** What the pods speak. @default 'HTTP' */
  readonly backendProtocol?: 'HTTP' | 'HTTPS' | 'H2C' | 'GRPC' | 'GRPCS';
  /** How the pods' certificate is checked, where they speak HTTPS or GRPCS. @default - it is not checked */
  readonly backendTls?: BackendTls;
  /** The clients that may come in, as CIDRs. Needs their addresses: see `preserveClientIp` of the controller. @default - all */
  readonly allowSources?: readonly string[];
  /** The clients that may not come in, as CIDRs. @default - none */
  readonly denySources?: readonly string[];
  /** How many requests a client address may make. @default - no limit */
  readonly rateLimit?: RateLimit;
  /** How many connections or requests of one client address may be open at once. @default - no limit */
  readonly connectionLimit?: number;
  /** Ask for a user name and a password. @default - nobody is asked */
  readonly basicAuth?: BasicAuth;
  /** Ask another service whether a request may pass. @default - nobody is asked */
  readonly externalAuth?: ExternalAuth;
  /** Let pages of other origins make requests. @default - not let */
  readonly cors?: Cors;
  /** Send a part of the requests to another Service. @default - none */
  readonly canary?: Canary;
  /** Headers to set on requests and answers, and to take away. @default - none */
  readonly headers?: HeaderChanges;
  /** Compress answers. @default - what the controller does by itself */
  readonly compression?: true;
  /** The Service behind the rule is an ExternalName, which controllers refuse unless they are told to follow it. @default false */
  readonly externalNameBackend?: true;
}

export interface StickySession {
  /** The name of the cookie. @default 'route' */
  readonly cookie?: string;
  /** Seconds until the browser forgets the cookie. @default - with the session */
  readonly maxAgeSeconds?: number;
  /** Send the cookie over HTTPS only. @default - what the controller does by itself */
  readonly secure?: boolean;
  /** @default - what the controller does by itself */
  readonly sameSite?: 'Strict' | 'Lax' | 'None';
}

export interface Redirect {
  /** Where to: an absolute URL, `https://www.example.com`. */
  readonly to: string;
  /** 301 and 308 are for ever, 302 and 307 for now. @default 302 */
  readonly status?: 301 | 302 | 307 | 308;
}

export interface Hsts {
  /** Seconds that browsers remember it. */
  readonly maxAgeSeconds: number;
  /** @default false */
  readonly includeSubdomains?: boolean;
  /** @default false */
  readonly preload?: boolean;
}

export interface Timeouts {
  /** Seconds until a pod must have taken the connection. */
  readonly connectSeconds?: number;
  /** Seconds between two pieces of the answer; for controllers with one limit for the whole answer, that. */
  readonly readSeconds?: number;
  /** Seconds between two pieces of the request. */
  readonly sendSeconds?: number;
}

export interface BackendTls {
  /** The Secret with the authority's certificate under `ca.crt`, in the application's namespace. */
  readonly caSecretName: string;
  /** The name that the certificate must be for. */
  readonly serverName: string;
}

export interface RateLimit {
  readonly requests: number;
  /** @default 'second' */
  readonly per?: 'second' | 'minute';
  /** How many requests may come at once above the rate. @default - the controller's own */
  readonly burst?: number;
}

export interface BasicAuth {
  /** The Secret with the users, in the form and under the key that the controller reads. */
  readonly secretName: string;
  /** What browsers show. @default - the controller's own */
  readonly realm?: string;
}

export interface ExternalAuth {
  /** The URL that is asked: 2xx lets the request pass. */
  readonly url: string;
  /** Headers of its answer that are handed on to the pods. @default - none */
  readonly responseHeaders?: readonly string[];
}

export interface Cors {
  /** `https://app.example.com`, or `*` for all. */
  readonly allowOrigins: readonly string[];
  /** @default - the controller's own */
  readonly allowMethods?: readonly string[];
  /** @default - the controller's own */
  readonly allowHeaders?: readonly string[];
  /** @default - none */
  readonly exposeHeaders?: readonly string[];
  /** @default false */
  readonly allowCredentials?: boolean;
  /** Seconds that browsers remember the answer. @default - the controller's own */
  readonly maxAgeSeconds?: number;
}

/** A Service that takes a part of the requests: a share by weight, or those with a header or a cookie. */
export type Canary = {
  /** The name of the Service, in the application's namespace. */
  readonly service: string;
  /** The number of its port. */
  readonly port: number;
} & (
  | { readonly weight: number; readonly header?: never; readonly cookie?: never }
  | {
      readonly header: { readonly name: string; readonly value: string };
      readonly weight?: never;
      readonly cookie?: never;
    }
  | { readonly cookie: string; readonly weight?: never; readonly header?: never }
);

export interface HeaderChanges {
  /** Headers of requests by name. @default - none */
  readonly setRequest?: Readonly<Record<string, string>>;
  /** @default - none */
  readonly removeRequest?: readonly string[];
  /** Headers of answers by name. @default - none */
  readonly setResponse?: Readonly<Record<string, string>>;
  /** @default - none */
  readonly removeResponse?: readonly string[];
}

/** The name of a portable option. */
export type IngressOptionName = keyof IngressOptions;
