import type { ControllerName } from '../../controllers';
import type { IngressOptions } from '../../controllers/ingress-options';
import type { InstalledController } from '../controllers/installed-controller';
import type { ExternalDns, ServiceOptions } from './service-options';

/** How a path is matched: whole, element by element from the start, or as the controller likes. */
export type PathType = 'Exact' | 'Prefix' | 'ImplementationSpecific';

/** An object of the namespace that the controller knows how to serve, instead of a Service. */
export interface ResourceBackend {
  readonly apiGroup?: string;
  readonly kind: string;
  readonly name: string;
}

/** Where requests go: a port of the application, or another object. */
export type IngressBackend<Port extends string = string> =
  | {
      /** The name of the application's port. @default - its only port */
      readonly port?: Port;
      readonly resource?: never;
    }
  | { readonly resource: ResourceBackend; readonly port?: never };

export type IngressPath<Port extends string = string> = IngressBackend<Port> & {
  /** @default '/' */
  readonly path?: string;
  /** @default 'Prefix' */
  readonly pathType?: PathType;
};

export interface IngressRule<Port extends string = string> {
  /** The host, with `*` for one whole first label. @default - every host */
  readonly host?: string;
  /** @default - every path, to the only port */
  readonly paths?: readonly IngressPath<Port>[];
}

/** A certificate: a Secret that is there, or one that cert-manager makes. */
export type IngressTls = {
  /** The hosts of the certificate. @default - all hosts of the rules */
  readonly hosts?: readonly string[];
} & (
  | {
      /** The Secret with the certificate, in the application's namespace. */
      readonly secretName: string;
      readonly issuer?: never;
      readonly clusterIssuer?: never;
    }
  | {
      /** The cert-manager Issuer of the namespace that fills the Secret. */
      readonly issuer: string;
      /** @default `<ingress>-tls` */
      readonly secretName?: string;
      readonly clusterIssuer?: never;
    }
  | {
      /** The cert-manager ClusterIssuer that fills the Secret. */
      readonly clusterIssuer: string;
      /** @default `<ingress>-tls` */
      readonly secretName?: string;
      readonly issuer?: never;
    }
);

interface CommonProps<Port extends string> {
  /** The name of the Ingress. @default - the application's name */
  readonly name?: string;
  /** The IngressClass, and so the controller. @default - the class of `controller`, or the cluster's default class */
  readonly className?: string;
  /** The make of the controller, or one that this program installs. @default - what the target knows of the class */
  readonly controller?: ControllerName | InstalledController;
  /** What the controller shall do beyond hosts and paths, in its own dialect. @default - nothing */
  readonly options?: IngressOptions;
  /** One certificate, or several for different hosts. @default - no TLS */
  readonly tls?: IngressTls | readonly IngressTls[];
  /** What takes requests that no rule matches. @default - the controller's own answer */
  readonly defaultBackend?: IngressBackend<Port>;
  /** Names made by external-dns. The hosts of the rules are read without this. @default - nothing beyond the hosts */
  readonly externalDns?: ExternalDns;
  /** Annotations of the Ingress. @default - the application's */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Options of the Service behind the Ingress, where no clusterIp exposure describes it. @default - all ports, under their own numbers */
  readonly service?: Omit<ServiceOptions<Port>, 'name'>;
}

type IngressRules<Port extends string> =
  | (IngressPath<Port> & {
      /** Short for one rule. */
      readonly host: string;
      readonly rules?: never;
    })
  | {
      readonly rules: readonly [IngressRule<Port>, ...IngressRule<Port>[]];
      readonly host?: never;
      readonly path?: never;
      readonly pathType?: never;
      readonly port?: never;
      readonly resource?: never;
    }
  | {
      /** Without rules every request goes there. */
      readonly defaultBackend: IngressBackend<Port>;
      readonly host?: never;
      readonly rules?: never;
      readonly path?: never;
      readonly pathType?: never;
      readonly port?: never;
      readonly resource?: never;
    };

export type IngressProps<Port extends string = string> = CommonProps<Port> & IngressRules<Port>;

/** An Ingress before the Service of the application. */
export type IngressExposure<Port extends string = string> = IngressProps<Port> & { readonly mode: 'ingress' };
