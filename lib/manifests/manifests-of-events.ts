import {
  EVENT_ID,
  getScalarValue,
  SCALAR_STYLE,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import { plainScalar } from './yaml-scalars';

const { MAPPING, POP, SCALAR, SEQUENCE } = EVENT_ID;
const { PLAIN } = SCALAR_STYLE;

/**
 * The documents that the events of a text describe.
 *
 * @returns undefined where one of them is not of the plain kind that nearly all manifests are: with anchors, aliases, tags, merge keys, keys that
 * are no texts or numbers, a key twice, or a number that JSON does not have. Another reader knows what they mean, and tells where they stand.
 */
export function manifestsOfEvents(text: string, events: readonly Event[]): unknown[] | undefined {
  try {
    return new Builder(text, events).documents();
  } catch (error) {
    if (error instanceof Uncommon) return undefined;
    throw error;
  }
}

class Uncommon extends Error {}

type Map = Record<string, unknown>;

class Builder {
  private readonly text: string;
  private readonly events: readonly Event[];
  private at = 0;

  constructor(text: string, events: readonly Event[]) {
    this.text = text;
    this.events = events;
  }

  documents(): unknown[] {
    const documents: unknown[] = [];
    // Between the events of a document and its end there is one value.
    for (; this.at < this.events.length; this.at++) {
      this.at++;
      documents.push(this.value());
    }
    return documents;
  }

  private value(): unknown {
    const event = this.events[this.at++];
    switch (event?.type) {
      case SCALAR:
        return this.scalar(event);
      case MAPPING:
        return this.map(event);
      case SEQUENCE:
        return this.list(event);
      default:
        throw new Uncommon();
    }
  }

  private list(event: SequenceEvent): unknown[] {
    ensurePlain(event);
    const list: unknown[] = [];
    while (this.events[this.at]?.type !== POP) list.push(this.value());
    this.at++;
    return list;
  }

  private map(event: MappingEvent): Map {
    ensurePlain(event);
    const map: Map = {};
    let count = 0;
    for (; this.events[this.at]?.type !== POP; count++) {
      const key = this.key();
      set(map, key, this.value());
    }
    this.at++;
    if (Object.keys(map).length !== count) throw new Uncommon();
    return map;
  }

  private key(): string {
    const event = this.events[this.at++];
    if (event?.type !== SCALAR) throw new Uncommon();
    const key = this.scalar(event);
    if (key === null || key === '<<') throw new Uncommon();
    return String(key);
  }

  private scalar(event: ScalarEvent): string | number | boolean | null {
    ensurePlain(event);
    const { fast, valueStart, valueEnd } = event;
    const text = fast ? this.text.slice(valueStart, valueEnd) : getScalarValue(this.text, event);
    const value = event.style === PLAIN ? plainScalar(text) : text;
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Uncommon();
    return value;
  }
}

function set(map: Map, key: string, value: unknown): void {
  if (key !== '__proto__') map[key] = value;
  else Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Without an anchor and a tag, whose places are negative then. */
function ensurePlain({ anchorStart, tagStart }: ScalarEvent | MappingEvent | SequenceEvent): void {
  if (anchorStart >= 0 || tagStart >= 0) throw new Uncommon();
}
