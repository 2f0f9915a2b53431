import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, type Event } from 'js-yaml';
import { parseFieldPath } from '../findings/parse-field-path';
import type { ManifestDocument } from './manifest-document';
import { sourceOf, type SourceText } from './source-text';

/** A place in a file, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Where a field stands in its file: its key, or the item of a list. Where the field is missing, the nearest thing that would hold it.
 *
 * @returns undefined where the document comes from no file
 */
export function locate(document: ManifestDocument, field: string): Position | undefined {
  const source = sourceOf(document);
  if (source === undefined) return document.line === undefined ? undefined : { line: document.line, column: 1 };
  return positionOf(source, new EventWalk(source.text, eventsOf(source)).find(parseFieldPath(field)));
}

/** Findings come document by document, so that the last one is as good as all. */
let last: { readonly source: SourceText; readonly events: readonly Event[] } | undefined;

function eventsOf(source: SourceText): readonly Event[] {
  if (last?.source !== source) last = { source, events: parsed(source.text) };
  return last.events;
}

function parsed(text: string): readonly Event[] {
  try {
    return parseEvents(text, { maxDepth: 1000 });
  } catch {
    // Read by the careful reader, which takes more than this one; its first line has to do.
    return [];
  }
}

function positionOf({ text, firstLine }: SourceText, offset: number): Position {
  let line = firstLine;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', start)) {
    line++;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

/** Follows the steps of a path through the events of one document. */
class EventWalk {
  private readonly text: string;
  private readonly events: readonly Event[];

  constructor(text: string, events: readonly Event[]) {
    this.text = text;
    this.events = events;
  }

  /** The offset of what the steps lead to, as far as they lead. */
  find(steps: readonly string[]): number {
    // The first event begins the document.
    let at = 1;
    let offset = this.offsetOf(at);
    for (const step of steps) {
      const event = this.events[at];
      const found =
        event?.type === EVENT_ID.MAPPING
          ? this.valueOf(at + 1, step)
          : event?.type === EVENT_ID.SEQUENCE
            ? this.itemOf(at + 1, Number(step))
            : undefined;
      if (found === undefined) break;
      [at, offset] = found;
    }
    return offset;
  }

  private valueOf(first: number, key: string): [at: number, offset: number] | undefined {
    for (let at = first; this.isWithin(at); at = this.after(this.after(at))) {
      const event = this.events[at];
      if (event?.type === EVENT_ID.SCALAR && getScalarValue(this.text, event) === key) {
        return [this.after(at), this.offsetOf(at)];
      }
    }
    return undefined;
  }

  private itemOf(first: number, position: number): [at: number, offset: number] | undefined {
    let at = first;
    for (let index = 0; index < position && this.isWithin(at); index++) at = this.after(at);
    return this.isWithin(at) ? [at, this.offsetOf(at)] : undefined;
  }

  /** Whether the collection goes on here. */
  private isWithin(at: number): boolean {
    const event = this.events[at];
    return event !== undefined && event.type !== EVENT_ID.POP;
  }

  /** The event after the whole value that begins here. */
  private after(from: number): number {
    let depth = 0;
    for (let at = from; at < this.events.length; at++) {
      const type = this.events[at]?.type;
      if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++;
      else if (type === EVENT_ID.POP) depth--;
      if (depth <= 0) return at + 1;
    }
    return this.events.length;
  }

  private offsetOf(at: number): number {
    const event = this.events[at];
    switch (event?.type) {
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        return event.start;
      case EVENT_ID.SCALAR: {
        const isQuoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
        return event.valueStart - (isQuoted ? 1 : 0);
      }
      case EVENT_ID.ALIAS:
        return event.anchorStart;
      default:
        return 0;
    }
  }
}
