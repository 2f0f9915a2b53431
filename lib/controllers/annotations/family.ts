/**
 * How the value of an annotation is written. `seconds` are bare numbers, `nginx-time` takes NGINX's units, `haproxy-time` HAProxy's, `go-duration`
 * Go's; a list names all values.
 */
export type ValueForm =
  | 'text'
  | 'boolean'
  | 'switch'
  | 'integer'
  | 'seconds'
  | 'nginx-time'
  | 'haproxy-time'
  | 'go-duration'
  | 'size'
  | 'cidrs'
  | 'url'
  | 'json'
  | readonly string[];

/** The kinds of object that an annotation is read from. */
export type AnnotatedKind = 'Ingress' | 'Service' | 'IngressClass' | 'HTTPProxy' | 'Secret';

/** What is known of an annotation. */
export interface KnownAnnotation {
  readonly form: ValueForm;
  readonly on: readonly AnnotatedKind[];
}

/** The annotations of one make of controller, and how one knows that an Ingress is its. */
export interface AnnotationFamily {
  /** Its name in texts: `ingress-nginx`. */
  readonly title: string;
  /** What `spec.controller` of its IngressClasses begins with; some makes append the name of an instance. */
  readonly controllerStrings: readonly string[];
  /** What its classes are called where nobody chose another name. */
  readonly classNames: readonly string[];
  /** The ends of the names of its images: `ingress-nginx/controller`. */
  readonly images: readonly string[];
  /** What its annotations begin with. Keys behind them that are not known are not read. */
  readonly prefixes: readonly string[];
  /** Whether all annotations behind the prefixes are known. */
  readonly complete: boolean;
  /** By the whole key; in lower case where the make reads keys so. */
  readonly keys: ReadonlyMap<string, KnownAnnotation>;
  /** Keys that go on by a name of the user: `alb.ingress.kubernetes.io/actions.`. */
  readonly openKeys: readonly string[];
  /** Keys that older versions read, and what to write instead. */
  readonly gone: Readonly<Record<string, string>>;
  /** Whether upper and lower case are the same in its keys. */
  readonly ignoresCase: boolean;
}

type Group = readonly [ValueForm, readonly AnnotatedKind[], string];

/** The known annotations behind a prefix, from groups of names of one form. */
export function keysOf(prefix: string, groups: readonly Group[]): [string, KnownAnnotation][] {
  return groups.flatMap(([form, on, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name): [string, KnownAnnotation] => [prefix + name, { form, on }]),
  );
}

type Facts = Pick<AnnotationFamily, 'title' | 'prefixes' | 'controllerStrings' | 'classNames' | 'images'> &
  Partial<AnnotationFamily>;

/** Fills in what most makes have in common. */
export function defineFamily(facts: Facts): AnnotationFamily {
  return { complete: facts.keys !== undefined, keys: new Map(), openKeys: [], gone: {}, ignoresCase: false, ...facts };
}
