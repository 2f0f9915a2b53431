import type { Environment } from '@marcbachmann/cel-js';

/** A semantic version as a value of the language. */
class SemverValue {
  readonly numbers: readonly [bigint, bigint, bigint];
  /** What stands behind the dash, part by part; a release has none. */
  readonly early: readonly string[];

  constructor(numbers: readonly [bigint, bigint, bigint], early: readonly string[]) {
    this.numbers = numbers;
    this.early = early;
  }
}

/** https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-semver-library */
export function registerSemvers(environment: Environment): void {
  const type = 'kubernetes.Semver';
  environment
    .registerType(type, { ctor: SemverValue })
    .registerOperator(`${type} == ${type}`, (a: SemverValue, b: SemverValue) => compare(a, b) === 0)
    .registerFunction('isSemver(string): bool', (text: string) => parseSemver(text) !== undefined)
    .registerFunction('isSemver(string, bool): bool', (text: string, loose: boolean) =>
      Boolean(parseSemver(loose ? normalized(text) : text)),
    )
    .registerFunction(`semver(string): ${type}`, semverOf)
    .registerFunction(`semver(string, bool): ${type}`, (text: string, loose: boolean) =>
      semverOf(loose ? normalized(text) : text),
    )
    .registerFunction(`${type}.major(): int`, ({ numbers }: SemverValue) => numbers[0])
    .registerFunction(`${type}.minor(): int`, ({ numbers }: SemverValue) => numbers[1])
    .registerFunction(`${type}.patch(): int`, ({ numbers }: SemverValue) => numbers[2])
    .registerFunction(`${type}.isGreaterThan(${type}): bool`, (a: SemverValue, b: SemverValue) => compare(a, b) > 0)
    .registerFunction(`${type}.isLessThan(${type}): bool`, (a: SemverValue, b: SemverValue) => compare(a, b) < 0)
    .registerFunction(`${type}.compareTo(${type}): int`, (a: SemverValue, b: SemverValue) => BigInt(compare(a, b)));
}

function semverOf(text: string): SemverValue {
  const semver = parseSemver(text);
  if (semver === undefined) throw new Error(`${text} is no semantic version`);
  return semver;
}

const number = '(0|[1-9]\\d*)';
const part = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)';
const pattern = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-(${part}(?:\\.${part})*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
);

function parseSemver(text: string): SemverValue | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, major = '0', minor = '0', patch = '0', early = ''] = match;
  return new SemverValue([BigInt(major), BigInt(minor), BigInt(patch)], early === '' ? [] : early.split('.'));
}

/** What the tolerant reading puts right: a `v` in front, numbers that are left out at the end, and zeros in front of one (semver.ParseTolerant). */
function normalized(text: string): string {
  const match = /^v?([\d.]+)(.*)$/.exec(text);
  if (match === null) return text;
  const [, numbers = '', rest = ''] = match;
  const parts = numbers.split('.').map((one) => one.replace(/^0+(?=\d)/, ''));
  while (parts.length < 3 && rest === '') parts.push('0');
  return parts.join('.') + rest;
}

/** Precedence as in https://semver.org/#spec-item-11 */
function compare(a: SemverValue, b: SemverValue): number {
  for (const [at, number] of a.numbers.entries()) {
    const other = b.numbers[at] ?? 0n;
    if (number !== other) return number < other ? -1 : 1;
  }
  if (a.early.length === 0 || b.early.length === 0) return Math.sign(b.early.length - a.early.length);
  for (const [at, one] of a.early.entries()) {
    const order = compareParts(one, b.early[at]);
    if (order !== 0) return order;
  }
  return a.early.length < b.early.length ? -1 : 0;
}

function compareParts(a: string, b: string | undefined): number {
  if (b === undefined) return 1;
  const [isNumberA, isNumberB] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isNumberA && isNumberB) return Math.sign(Number(BigInt(a) - BigInt(b)));
  if (isNumberA !== isNumberB) return isNumberA ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
