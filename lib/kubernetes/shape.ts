import { nearest, quoteList } from './wording';

/** What is not as it should be in a value, and where in it: `ports[0].number`. */
export interface Misfit {
  readonly at: string;
  readonly problem: string;
}

/** Looks at a value that no compiler has looked at, for programs in JavaScript; undefined where it is of that shape. */
export type Shape = (value: unknown) => Misfit | undefined;

/** The shape of a prop that may not be left out. */
export interface Needed extends Shape {
  readonly needed: true;
}

/** The names of all members of a union. */
type NameIn<Props> = Props extends unknown ? keyof Props & string : never;
/** The names of what each member of a union has to have. */
type NeededIn<Props, Name = keyof Props> = Name extends keyof Props
  ? undefined extends Props[Name]
    ? never
    : Name
  : never;

/** One shape for each prop: the compiler holds the table complete. */
export type Shapes<Props> = { readonly [Name in NameIn<Props>]: Name extends NeededIn<Props> ? Needed : Shape };

export function needed(shape: Shape): Needed {
  return Object.assign((value: unknown) => shape(value), { needed: true } as const);
}

export const anything: Shape = () => undefined;

export const text: Shape = (value) => {
  if (typeof value === 'string') return undefined;
  return misfit(value, typeof value === 'number' ? `a text is needed, '${value}'` : 'a text is needed');
};

export const number: Shape = (value) => {
  if (typeof value === 'number') return undefined;
  const meant = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  return misfit(value, Number.isNaN(meant) ? 'a number is needed' : `a number is needed, ${meant}`);
};

export const boolean: Shape = (value) =>
  typeof value === 'boolean' ? undefined : misfit(value, 'true or false is needed');

/** An object in whatever shape, such as one of Kubernetes' own. */
export const fields: Shape = (value) => (isFields(value) ? undefined : misfit(value, 'an object is needed'));

export function oneOf(...allowed: readonly (string | number | boolean)[]): Shape {
  return (value) => {
    if ((allowed as readonly unknown[]).includes(value)) return undefined;
    const texts = allowed.filter((one) => typeof one === 'string');
    const meant = typeof value === 'string' ? nearest(value, texts) : undefined;
    const known = texts.length === allowed.length ? quoteList(texts) : allowed.join(', ');
    return misfit(value, meant === undefined ? `allowed is ${known}` : `did you mean '${meant}'? Allowed is ${known}`);
  };
}

/** Values that are asked for by a type, or else are of the other shape. */
export function textOr(other: Shape): Shape {
  return (value) => (typeof value === 'string' ? undefined : other(value));
}

export function booleanOr(other: Shape): Shape {
  return (value) => (typeof value === 'boolean' ? undefined : other(value));
}

export function listOf(member: Shape): Shape {
  return (value) => {
    if (!Array.isArray(value)) return misfit(value, 'a list is needed, [...]');
    for (let i = 0; i < value.length; i += 1) {
      const found = member(value[i]);
      if (found !== undefined) return within(value, `[${i}]`, found);
    }
    return undefined;
  };
}

export function listOrOne(member: Shape): Shape {
  const list = listOf(member);
  return (value) => (Array.isArray(value) ? list(value) : member(value));
}

/** Values by names that are free. */
export function mapOf(member: Shape): Shape {
  return (value) => {
    if (!isFields(value)) return misfit(value, 'an object is needed, values by their names');
    // Not by a list of the names: this runs for every application, and nothing is made on the way.
    for (const name in value) {
      const found = member(value[name]);
      if (found !== undefined) return within(value, name, found);
    }
    return undefined;
  };
}

/** @param exclusive props of which one may be given, whose types say so too */
export function propsOf<Props>(shapes: Shapes<Props>, ...exclusive: readonly (readonly NameIn<Props>[])[]): Shape {
  const known: ReadonlyMap<string, Shape> = new Map(Object.entries<Shape>(shapes));
  const must = Object.entries<Shape>(shapes).flatMap(([name, shape]) => ('needed' in shape ? [name] : []));
  return (value) => {
    if (!isFields(value)) return misfit(value, `an object is needed, with any of ${quoteList([...known.keys()])}`);
    for (const name in value) {
      const member = value[name];
      // As if it were not there.
      if (member === undefined) continue;
      const shape = known.get(name);
      const found = shape === undefined ? unknownName(name, [...known.keys()]) : shape(member);
      if (found !== undefined) return within(value, name, found);
    }
    for (const name of must) {
      if (value[name] === undefined) return within(value, name, { at: '', problem: 'is missing' });
    }
    return clash(value, exclusive);
  };
}

/** The sentence about a misfit, without its full stop. */
export function toldOf({ at, problem }: Misfit): string {
  return `${at} ${problem}`.trim();
}

function clash(
  value: Readonly<Record<string, unknown>>,
  exclusive: readonly (readonly string[])[],
): Misfit | undefined {
  for (const names of exclusive) {
    let first: string | undefined;
    for (const name of names) {
      if (value[name] === undefined || value[name] === false) continue;
      if (first !== undefined) return { at: first, problem: `does not go together with '${name}': keep one` };
      first = name;
    }
  }
  return undefined;
}

function unknownName(name: string, known: readonly string[]): Misfit {
  const meant = nearest(name, known);
  const hint = meant === undefined ? `There are ${quoteList(known)}` : `Did you mean '${meant}'?`;
  return { at: '', problem: `is not known here. ${hint}` };
}

/**
 * @param needed what to give in its place, `a number is needed`
 * @returns undefined for what cdk8s makes of a value later, which nobody has seen yet
 */
export function misfit(value: unknown, needed: string): Misfit | undefined {
  return isLazy(value) ? undefined : { at: '', problem: `is ${seen(value)}: ${needed}` };
}

/** A `Lazy` of cdk8s. */
function isLazy(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'produce' in value && typeof value.produce === 'function';
}

/** A misfit of a member; a value that is made later has members of its own, at which nobody looks. */
function within(value: unknown, name: string, { at, problem }: Misfit): Misfit | undefined {
  if (isLazy(value)) return undefined;
  const joint = at === '' || at.startsWith('[') ? '' : '.';
  return { at: `${name}${joint}${at}`, problem };
}

function seen(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `the text '${value}'`;
    case 'number':
    case 'bigint':
      return `the number ${value}`;
    case 'function':
      return 'a function';
    case 'object':
      return Array.isArray(value) ? 'a list' : value === null ? 'null' : 'an object';
    default:
      return String(value);
  }
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
