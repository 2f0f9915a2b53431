import type {
  Dialect,
  PortDialect,
  PortRoute,
  Route,
  RouteDraft,
  SupportedOption,
  UnsupportedOption,
  WrittenPortRoute,
  WrittenRoute,
} from './dialect';
import { writeRoute } from './dialect';
import type { IngressOptionName } from './ingress-options';

/** A vulnerability of a controller, and the first versions without it. */
export interface Advisory {
  /** `CVE-2026-4342`. */
  readonly id: string;
  /** What an attacker gains, in a few words. */
  readonly gains: string;
  /** The first fixed version of each line that got a fix: `1.13.9`, `1.14.5`. Empty where none will. */
  readonly fixedIn: readonly string[];
  /** Where it is told. */
  readonly source: string;
}

/** What the same manifest means behind this controller, where controllers differ. */
export interface Semantics {
  /** How `Prefix` is matched: by whole path elements, as the API says, or by letters. */
  readonly prefix: 'elements' | 'letters';
  /** What a request for a host with `tls` gets over plain HTTP, unless told otherwise. */
  readonly plainHttp: string;
  /** What becomes of one host in two Ingresses. */
  readonly sameHost: string;
  /** Seconds until an answer must have come; undefined for no limit. */
  readonly responseTimeoutSeconds: number | undefined;
  /** The status of a request above the rate limit; undefined where there is none. */
  readonly rateLimitStatus: number | undefined;
}

/** How an option is carried out, for tables. */
export type SupportedFacts = Pick<SupportedOption<never, never>, 'how' | 'note' | 'lacks'>;

/** What is known of an ingress controller. */
export interface Controller {
  /** The name by which it is asked for: `traefik`. */
  readonly id: string;
  /** Its name in texts: `Traefik`. */
  readonly title: string;
  /** `spec.controller` of its IngressClass; undefined where it looks at the name of the class alone. */
  readonly controllerString: string | undefined;
  /** The name of its IngressClass where nobody chose another. */
  readonly defaultClassName: string;
  /** The classes that it serves by their names, where it has no controller string. @default - defaultClassName */
  readonly classNames?: readonly string[];
  /** What its annotations begin with: `nginx.ingress.kubernetes.io/`. */
  readonly annotationPrefixes: readonly string[];
  /** The repositories of its images, or the last part of their names: `docker.io/library/traefik`. Empty where none runs in the cluster. */
  readonly images: readonly string[];
  readonly semantics: Semantics;
  readonly advisories: readonly Advisory[];
  /** For each option, where it is read or why it cannot be had. */
  readonly options: Readonly<Record<IngressOptionName | 'tcp' | 'udp', SupportedFacts | UnsupportedOption>>;
  write(route: Route): WrittenRoute;
  writePort(route: PortRoute): WrittenPortRoute;
}

type Facts = Omit<Controller, 'title' | 'options' | 'write' | 'writePort'>;

/** Joins the facts of a controller with its dialect. */
export function defineController<Draft extends RouteDraft>(facts: Facts, dialect: Dialect<Draft>): Controller {
  const { title, options, tcp, udp } = dialect;
  return {
    ...facts,
    title,
    options: { ...options, tcp, udp },
    write: (route) => writeRoute(dialect, route),
    writePort: (route) => writePortRoute(title, route.protocol === 'TCP' ? tcp : udp, route),
  };
}

function writePortRoute(title: string, dialect: PortDialect | UnsupportedOption, route: PortRoute): WrittenPortRoute {
  if (!('unsupported' in dialect)) return dialect.write(route);
  const problem = `a ${route.protocol} route cannot be had from ${title}: ${dialect.unsupported}`;
  return { objects: [], needs: [], problems: [problem] };
}
