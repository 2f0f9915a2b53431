/**
 * What a plain scalar of YAML means to kubectl and to the engines of GitOps: the rules of YAML 1.1 as sigs.k8s.io/yaml reads them, so that one
 * `08` is a number, `12:30` and `2024-01-01` are texts, and `yes` is true. Held against kubectl's own answers in the tests.
 */
export const nulls: readonly string[] = ['', '~', 'null', 'Null', 'NULL'];
export const trues: readonly string[] = ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'];
export const falses: readonly string[] = ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'];

const notFinite: Readonly<Record<string, number>> = {
  ...{ '.nan': NaN, '.NaN': NaN, '.NAN': NaN },
  ...{ '.inf': Infinity, '.Inf': Infinity, '.INF': Infinity },
  ...{ '+.inf': Infinity, '+.Inf': Infinity, '+.INF': Infinity },
  ...{ '-.inf': -Infinity, '-.Inf': -Infinity, '-.INF': -Infinity },
};

/** What most numbers of manifests are. */
const decimal = /^(?:0|[1-9][0-9]*)$/;
const integer = /^([-+]?)(?:0([box])([0-9a-f]+)|0([0-7]+)|(0|[1-9][0-9]*))$/i;
const digits = { b: [2, /^[01]+$/], o: [8, /^[0-7]+$/], x: [16, /^[0-9a-f]+$/i] } as const;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:e[-+]?[0-9]+)?$/i;

const words: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...nulls.map((text) => [text, null] as const),
  ...trues.map((text) => [text, true] as const),
  ...falses.map((text) => [text, false] as const),
]);

const longestWord = Math.max(...[...words.keys()].map((word) => word.length));

/** What a plain scalar stands for: itself, unless it is a number or one of the words above. */
export function plainScalar(text: string): string | number | boolean | null {
  const word = text.length > longestWord ? undefined : words.get(text);
  return word === undefined ? (numberOfScalar(text) ?? text) : word;
}

/** The number that a plain scalar stands for; undefined where it stands for none. */
export function numberOfScalar(scalar: string): number | undefined {
  const first = scalar.charAt(0);
  // No number begins with anything else than these and what lies between them: + , - . / 0 to 9.
  if (first < '+' || first > '9') return undefined;
  if (decimal.test(scalar)) return finite(Number(scalar));
  if (Object.hasOwn(notFinite, scalar)) return notFinite[scalar];
  // Underscores are left out, but for numbers that begin with the point.
  const text = first === '.' || !scalar.includes('_') ? scalar : scalar.replaceAll('_', '');
  return finite(integerOf(text) ?? (float.test(text) ? Number(text) : undefined));
}

/** What is too large for a number is a text. */
function finite(number: number | undefined): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}

function integerOf(text: string): number | undefined {
  const [, sign, base, inBase, octal, plain] = integer.exec(text) ?? [];
  const value =
    plain !== undefined
      ? Number(plain)
      : octal !== undefined
        ? Number.parseInt(octal, 8)
        : numberInBase(base?.toLowerCase(), inBase ?? '');
  return value !== undefined && sign === '-' ? -value : value;
}

function numberInBase(base: string | undefined, text: string): number | undefined {
  if (base !== 'b' && base !== 'o' && base !== 'x') return undefined;
  const [radix, allowed] = digits[base];
  return allowed.test(text) ? Number.parseInt(text, radix) : undefined;
}
