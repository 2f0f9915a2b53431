/** Values to try for the fields whose dotted path ends as `field` says; positions are left out, map keys are `*`. */
export interface Candidates {
  readonly field: RegExp;
  /** What most servers accept where nothing else is wrong. */
  readonly sound: readonly unknown[];
  /** What they refuse, or accept for a reason that deserves a try. */
  readonly odd: readonly unknown[];
}

/** A text of that many characters. */
export function long(length: number, character = 'a'): string {
  return character.repeat(length);
}

/** A DNS subdomain of that many characters. */
export function longSubdomain(length: number): string {
  const labels = `${long(63)}.`.repeat(Math.ceil(length / 64)).slice(0, length);
  return labels.endsWith('.') ? `${labels.slice(0, -1)}a` : labels;
}
