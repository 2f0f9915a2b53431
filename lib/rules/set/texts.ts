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

/** Whether a text of a manifest may hold that part: quicker than to place all of them. */
export function mayHold(manifest: object, part: string): boolean {
  try {
    return holds(manifest, part);
  } catch {
    // What holds itself has to be looked at.
    return true;
  }
}

function holds(value: unknown, part: string): boolean {
  if (typeof value === 'string') return value.includes(part);
  if (typeof value !== 'object' || value === null) return false;
  for (const key in value) {
    if (holds((value as Readonly<Record<string, unknown>>)[key], part)) return true;
  }
  return false;
}
