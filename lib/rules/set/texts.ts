import type { SetObject } from '../../graph/set-object';
import { sourceOf } from '../../manifests/source-text';

/** A text somewhere in a manifest. */
export interface PlacedText {
  readonly field: string;
  readonly text: string;
}

/** Fields whose keys are chosen by people. */
const maps: ReadonlySet<string> = new Set(['annotations', 'labels', 'data', 'stringData', 'matchLabels', 'selector']);

/** Every text of a manifest with its field. What stands in it twice by an alias is told once, so that aliases cost nothing. */
export function textsOf(manifest: object): readonly PlacedText[] {
  const found: PlacedText[] = [];
  collect(manifest, '', false, new Set(), found);
  return found;
}

function collect(value: unknown, field: string, isMap: boolean, seen: Set<object>, found: PlacedText[]): void {
  if (typeof value === 'string') found.push({ field, text: value });
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) collect(item, `${field}[${index}]`, false, seen, found);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    collect(item, isMap ? `${field}[${key}]` : field === '' ? key : `${field}.${key}`, maps.has(key), seen, found);
  }
}

/**
 * Whether a text of an object may hold that part, in which no escape of JSON changes anything: quicker than to place all of them. What was read says
 * so in the document, unless it has escapes.
 */
export function mayHold({ document, body }: SetObject, part: string): boolean {
  const source = sourceOf(document)?.text;
  if (source?.includes('\\') === false) return source.includes(part);
  try {
    return JSON.stringify(body).includes(part);
  } catch {
    // What holds itself has to be looked at.
    return true;
  }
}
