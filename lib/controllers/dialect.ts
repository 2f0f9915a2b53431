import { optionProblems } from './checks/option-checks';
import type { IngressOptionName, IngressOptions } from './ingress-options';

/** `spec.type` of a Service. */
export type ServiceType = 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';

/** Where a path of a rule leads: a port of a Service, or another object. */
export type RouteBackend =
  | {
      readonly service: {
        readonly name: string;
        /** An empty name, as the API has it for none: it is asked for by its number. */
        readonly port: { readonly name: string; readonly number: number };
        /** @default - not known */
        readonly type?: ServiceType;
      };
    }
  | { readonly resource: { readonly apiGroup?: string; readonly kind: string; readonly name: string } };

export interface RoutePath {
  readonly path: string;
  readonly pathType: 'Exact' | 'Prefix' | 'ImplementationSpecific';
  readonly backend: RouteBackend;
}

export interface RouteRule {
  /** Undefined for every host. */
  readonly host: string | undefined;
  readonly paths: readonly RoutePath[];
}

/** One Ingress as its application describes it, whichever controller will read it. */
export interface Route {
  /** The name of the Ingress, and the beginning of the names of whatever stands beside it. */
  readonly name: string;
  /** Undefined where it is decided by whoever applies the manifests. */
  readonly namespace: string | undefined;
  readonly className: string | undefined;
  readonly rules: readonly RouteRule[];
  readonly tls: readonly { readonly hosts: readonly string[]; readonly secretName: string }[];
  readonly defaultBackend: RouteBackend | undefined;
  readonly options: IngressOptions;
}

/** An object that a route is written as. */
export interface RouteObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Where it has to stand, if not beside the application. @default - the namespace of the application */
  readonly namespace?: string;
  readonly annotations?: Readonly<Record<string, string>>;
  /** Undefined for a ConfigMap, which has data. */
  readonly spec: object | undefined;
  /** The entries of a ConfigMap. */
  readonly data?: Readonly<Record<string, string>>;
}

/** Something that the controller itself must be told, or the option has no effect. Told by us where the controller is installed by us. */
export interface ControllerNeed {
  /** A stable name, by which the installation of the controller recognizes it: `ssl-passthrough`. */
  readonly id: string;
  /** What has to be set, for whoever installs the controller otherwise: `the flag --enable-ssl-passthrough`. */
  readonly setting: string;
  /** The entry of one of its ConfigMaps that is meant, where it is one. @default - none */
  readonly entry?: { readonly key: string; readonly value: string };
}

/** What a dialect makes of a route. */
export interface WrittenRoute {
  /** The Ingress, and whatever else the controller reads. */
  readonly objects: readonly RouteObject[];
  /** Annotations of the Service behind the route. */
  readonly serviceAnnotations: Readonly<Record<string, string>>;
  readonly needs: readonly ControllerNeed[];
  /** What cannot be had, with the way out. Empty when all is well. */
  readonly problems: readonly string[];
  /** Why no other Ingress may lead to the Service; undefined where others may. */
  readonly exclusiveService: string | undefined;
}

/** An option that a controller carries out: how, for the table of the docs, and the writing itself. */
export interface SupportedOption<Value, Draft> {
  /** Where the controller reads it: the annotation, field or setting. */
  readonly how: string;
  /** What is different from other controllers. @default - nothing */
  readonly note?: string;
  /** Members of the option that it cannot carry out, and why, as the end of "cannot be had from Traefik: ...". @default - none */
  readonly lacks?: Readonly<Record<string, string>>;
  write(value: Value, draft: Draft, route: Route): void;
}

/** An option that a controller cannot carry out. */
export interface UnsupportedOption {
  /** Why not, as the end of "cannot be had from Traefik: ...". */
  readonly unsupported: string;
}

/** One entry for each option: the compiler sees to it that no controller loses one in silence. */
export type OptionTable<Draft> = {
  readonly [Name in IngressOptionName]-?: SupportedOption<NonNullable<IngressOptions[Name]>, Draft> | UnsupportedOption;
};

/** A port of the controller that leads to a port of an application, without HTTP. */
export interface PortRoute {
  readonly name: string;
  readonly namespace: string | undefined;
  readonly protocol: 'TCP' | 'UDP';
  /** The port on which the controller listens. */
  readonly listenPort: number;
  readonly className: string | undefined;
  readonly service: { readonly name: string; readonly port: number };
}

/** What a controller makes of a port route. */
export interface WrittenPortRoute {
  readonly objects: readonly RouteObject[];
  /** What the controller must be told: to listen, and where to lead. */
  readonly needs: readonly ControllerNeed[];
  readonly problems: readonly string[];
}

/** How a controller leads ports without HTTP. */
export interface PortDialect {
  /** Where the controller reads it. */
  readonly how: string;
  readonly note?: string;
  write(route: PortRoute): WrittenPortRoute;
}

/** How one controller reads routes. `Draft` is what it is written on: an Ingress, an HTTPProxy, ... */
export interface Dialect<Draft extends RouteDraft = RouteDraft> {
  /** The controller's name as it stands in messages: `Traefik`. */
  readonly title: string;
  readonly options: OptionTable<Draft>;
  readonly tcp: PortDialect | UnsupportedOption;
  readonly udp: PortDialect | UnsupportedOption;
  /** An empty draft of the route, before its options. */
  begin(route: Route): Draft;
  /** The objects of the draft, when all options are written. */
  finish(draft: Draft, route: Route): readonly RouteObject[];
}

/** What every draft has beside what its dialect needs. */
export class RouteDraft {
  readonly serviceAnnotations: Record<string, string> = {};
  readonly needs: ControllerNeed[] = [];
  readonly problems: string[] = [];
  /** Why no other Ingress may lead to the Service. */
  exclusiveService: string | undefined;

  /** Says why a value cannot be carried out, and the way out. */
  refuse(problem: string): void {
    this.problems.push(problem);
  }

  need(need: ControllerNeed): void {
    if (!this.needs.some(({ id }) => id === need.id)) this.needs.push(need);
  }
}

/** Writes a route for the controller of a dialect. Pure, and throws nothing. */
export function writeRoute<Draft extends RouteDraft>(dialect: Dialect<Draft>, route: Route): WrittenRoute {
  const malformed = optionProblems(route.options);
  if (malformed.length > 0)
    return { objects: [], serviceAnnotations: {}, needs: [], problems: malformed, exclusiveService: undefined };
  const draft = dialect.begin(route);
  for (const name of Object.keys(dialect.options) as IngressOptionName[]) writeOption(dialect, name, draft, route);
  const { serviceAnnotations, needs, problems } = draft;
  const objects = problems.length === 0 ? dialect.finish(draft, route) : [];
  return { objects, serviceAnnotations, needs, problems, exclusiveService: draft.exclusiveService };
}

function writeOption<Draft extends RouteDraft>(
  { title, options }: Dialect<Draft>,
  name: IngressOptionName,
  draft: Draft,
  route: Route,
): void {
  const value = route.options[name];
  if (value === undefined) return;
  // Name and value belong together, which the union of all options no longer shows.
  const option: SupportedOption<never, Draft> | UnsupportedOption = options[name];
  if ('unsupported' in option) {
    draft.refuse(`the option ${name} cannot be had from ${title}: ${option.unsupported}`);
    return;
  }
  for (const [member, why] of Object.entries(option.lacks ?? {}))
    if ((value as Readonly<Record<string, unknown>>)[member] !== undefined)
      draft.refuse(`${name}.${member} cannot be had from ${title}: ${why}`);
  option.write(value as never, draft, route);
}
