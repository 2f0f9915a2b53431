import type * as Yaml from 'yaml';

/** A place in a document of YAML that kubectl does not read, and why. */
export interface UnreadPlace {
  /** Where it begins in the text. */
  readonly at: number;
  readonly message: string;
}

/** Characters that YAML has no place for: https://yaml.org/spec/1.1/#c-printable. */
const notPrintable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** The first character that YAML has no place for. JSON, by which kubectl reads what begins as an object of it, has others. */
export function notPrintableIn(text: string): UnreadPlace | undefined {
  const at = text.search(notPrintable);
  if (at < 0 || text.trimStart().startsWith('{')) return undefined;
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return {
    at,
    message: `the control character U+${code}, which has no place in YAML: write it as an escape in quotes`,
  };
}

/** What YAML has, and kubectl does not read, since it reads YAML 1.1 and makes JSON of it. */
export function unreadByKubectl(
  document: Yaml.Document.Parsed,
  { isAlias, isScalar, visit }: typeof Yaml,
): UnreadPlace[] {
  const places: UnreadPlace[] = [];
  const { yaml, tags } = document.directives;
  if (yaml.explicit === true || Object.keys(tags).some((handle) => handle !== '!!')) {
    // It splits a text at `---` first, and finds a document of nothing but a directive.
    places.push({ at: 0, message: 'kubectl reads no directive, such as %YAML: leave the line out' });
  }
  visit(document, {
    Pair(_, { key }) {
      const at = startOf(key);
      if (key === null || (isScalar(key) && key.value === null)) {
        places.push({ at, message: 'a key without a text: write one, in quotes where it says null or ~' });
      } else if (!isScalar(key) && !isAlias(key)) {
        places.push({ at, message: 'a key that is a list or a map: keys are texts' });
      }
    },
    Scalar(key, { value, range }) {
      if (key === 'key' || typeof value !== 'number' || Number.isFinite(value)) return;
      places.push({ at: range?.[0] ?? 0, message: 'a number that JSON does not have: write a text, in quotes' });
    },
  });
  return places;
}

function startOf(node: unknown): number {
  const range = (node as { readonly range?: readonly number[] | null } | null)?.range;
  return range?.[0] ?? 0;
}
