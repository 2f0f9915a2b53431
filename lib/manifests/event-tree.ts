import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, type Event } from 'js-yaml';

/** Where the values of a document stand in its text. A value goes by the number of the event that begins it. */
export class EventTree {
  private readonly text: string;
  // The package is loaded when it is first asked for something, and asked anew each time: not for each event.
  private readonly types = EVENT_ID;
  private readonly styles = SCALAR_STYLE;
  private readonly events: readonly Event[];
  /** The event after the whole value that begins at each one. */
  private readonly ends: readonly number[];
  private readonly children = new Map<number, readonly number[]>();

  constructor(text: string) {
    this.text = text;
    this.events = parsed(text);
    this.ends = endsOf(this.events);
  }

  /** The offset of what the steps lead to, as far as they lead: of its key, or of the item of a list. */
  find(steps: readonly string[]): number {
    // The first event begins the document.
    let at = 1;
    let offset = this.offsetOf(at);
    for (const step of steps) {
      const type = this.events[at]?.type;
      const found =
        type === this.types.MAPPING
          ? this.valueOf(at, step)
          : type === this.types.SEQUENCE
            ? this.itemOf(at, Number(step))
            : undefined;
      if (found === undefined) break;
      [at, offset] = found;
    }
    return offset;
  }

  private valueOf(mapping: number, name: string): [at: number, offset: number] | undefined {
    const keysAndValues = this.childrenOf(mapping);
    for (let position = 0; position + 1 < keysAndValues.length; position += 2) {
      const [key, value] = [keysAndValues[position] ?? 0, keysAndValues[position + 1] ?? 0];
      const event = this.events[key];
      if (event?.type === this.types.SCALAR && getScalarValue(this.text, event) === name)
        return [value, this.offsetOf(key)];
    }
    return undefined;
  }

  private itemOf(sequence: number, position: number): [at: number, offset: number] | undefined {
    const item = this.childrenOf(sequence)[position];
    return item === undefined ? undefined : [item, this.offsetOf(item)];
  }

  /** What stands in a collection: items, or keys and values in turns. */
  private childrenOf(collection: number): readonly number[] {
    const known = this.children.get(collection);
    if (known !== undefined) return known;
    const children: number[] = [];
    for (let at = collection + 1; this.isWithin(at); at = this.ends[at] ?? this.events.length) children.push(at);
    this.children.set(collection, children);
    return children;
  }

  /** Whether the collection goes on here. */
  private isWithin(at: number): boolean {
    const event = this.events[at];
    return event !== undefined && event.type !== this.types.POP;
  }

  private offsetOf(at: number): number {
    const event = this.events[at];
    switch (event?.type) {
      case this.types.MAPPING:
      case this.types.SEQUENCE:
        return event.start;
      case this.types.SCALAR: {
        const isQuoted = event.style === this.styles.SINGLE_QUOTED || event.style === this.styles.DOUBLE_QUOTED;
        return event.valueStart - (isQuoted ? 1 : 0);
      }
      case this.types.ALIAS:
        return event.anchorStart;
      default:
        return 0;
    }
  }
}

function parsed(text: string): readonly Event[] {
  try {
    return parseEvents(text, { maxDepth: 1000 });
  } catch {
    // Read by the careful reader, which takes more than this one; its first line has to do.
    return [];
  }
}

function endsOf(events: readonly Event[]): number[] {
  const { ALIAS, POP, SCALAR } = EVENT_ID;
  const ends: number[] = [];
  const open: number[] = [];
  for (const [at, { type }] of events.entries()) {
    ends[at] = at + 1;
    if (type === POP) ends[open.pop() ?? 0] = at + 1;
    else if (type !== SCALAR && type !== ALIAS) open.push(at);
  }
  return ends;
}
