/** Folds what several releases serve into the one file of all of them, and unfolds it again. */
import { printVersionedTexts, textAt, type SchemaFile, type VersionedText } from '../../lib/kubernetes/schema-text';
import type { ServedApi } from './openapi';

/** What each release serves, by minor release, oldest first. */
export type Releases = ReadonlyMap<number, ServedApi>;

export function fold(releases: Releases): SchemaFile {
  const kinds: Record<string, string> = {};
  for (const kind of namesIn(releases, ({ kinds: served }) => served)) {
    kinds[kind] = printVersionedTexts(foldTexts(releases, (api) => api.kinds.get(kind)));
  }
  const types: Record<string, Record<string, string>> = {};
  for (const type of namesIn(releases, (api) => api.types)) {
    // a field bears releases only where its type existed without it
    const having = new Map([...releases].filter(([, api]) => api.types.has(type)));
    const fields: Record<string, string> = {};
    for (const field of namesIn(having, (api) => api.types.get(type) ?? new Map<string, string>())) {
      fields[field] = printVersionedTexts(foldTexts(having, (api) => api.types.get(type)?.get(field)));
    }
    types[type] = fields;
  }
  return { kinds, types };
}

export function unfold(file: SchemaFile, minor: number): ServedApi {
  const at = (texts: Readonly<Record<string, string>>): Map<string, string> =>
    new Map(
      Object.entries(texts).flatMap(([name, line]) => {
        const text = textAt(line, minor);
        return text === undefined ? [] : [[name, text]];
      }),
    );
  const kinds = at(file.kinds);
  const types = new Map<string, Map<string, string>>();
  const waiting = [...kinds.values()].map(lastWord);
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    const fields = file.types[type];
    if (fields === undefined || types.has(type)) continue;
    types.set(type, at(fields));
    waiting.push(...[...at(fields).values()].map(typeBehind));
  }
  return { kinds, types };
}

const schemaProps = 'apiextensions.v1.JSONSchemaProps';

function typeBehind(text: string): string {
  const word = lastWord(text);
  return word.startsWith('schemaOr') ? schemaProps : word;
}

function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(' ') + 1);
}

function namesIn(releases: Releases, of: (api: ServedApi) => ReadonlyMap<string, unknown>): string[] {
  return [...new Set([...releases.values()].flatMap((api) => [...of(api).keys()]))].sort();
}

function foldTexts(releases: Releases, of: (api: ServedApi) => string | undefined): VersionedText[] {
  const minors = [...releases.keys()];
  const parts: { text: string; since: number; until: number }[] = [];
  let before: string | undefined;
  for (const minor of minors) {
    const text = of(releases.get(minor) as ServedApi);
    const last = parts.at(-1);
    if (text !== undefined && text === before && last !== undefined) last.until = minor;
    else if (text !== undefined) parts.push({ text, since: minor, until: minor });
    before = text;
  }
  const newest = minors.at(-1);
  const [first] = parts;
  const whole = parts.length === 1 && first?.since === minors[0] && first?.until === newest;
  if (whole && first !== undefined) return [{ text: first.text, since: 0, until: Infinity }];
  return parts.map((part) => (part.until === newest ? { ...part, until: Infinity } : part));
}
