import type { ManifestDocument } from './manifest-document';
import { deepest } from './nesting';
import { sourceOf } from './source-text';

/** A value that JSON, in which manifests are sent, has no place for. */
export interface UnsendableValue {
  readonly field: string;
  readonly message: string;
}

/** Whether a document may hold such a value: one that a program made, or in whose text an escape may be half a character. */
export function mayBeUnsendable(document: ManifestDocument): boolean {
  const source = sourceOf(document);
  return source === undefined || /\\[uU]/.test(source.text);
}

/** What of a manifest cannot be sent. */
export function unsendableValues(manifest: unknown): UnsendableValue[] {
  const search = new Search();
  search.visit(manifest);
  return search.found;
}

class Search {
  readonly found: UnsendableValue[] = [];
  private readonly path: (string | number)[] = [];
  private readonly above = new Set<object>();

  visit(value: unknown): void {
    if (typeof value === 'object' && value !== null) {
      this.visitCollection(value);
      return;
    }
    const message = whyUnsendable(value);
    if (message !== undefined) this.report(message);
  }

  private visitCollection(value: object): void {
    if (this.above.has(value)) this.report('holds itself');
    else if (this.path.length > deepest) this.report(`lies more than ${deepest} lists and maps deep`);
    else {
      this.above.add(value);
      if (Array.isArray(value)) this.visitList(value);
      else this.visitMap(value);
      this.above.delete(value);
    }
  }

  private visitList(list: readonly unknown[]): void {
    for (let index = 0; index < list.length; index++) {
      this.path.push(index);
      this.visit(list[index]);
      this.path.pop();
    }
  }

  private visitMap(map: object): void {
    for (const name of Object.keys(map)) {
      this.path.push(name);
      if (!name.isWellFormed()) this.report('its name holds half of a character (a lone surrogate)');
      this.visit((map as Readonly<Record<string, unknown>>)[name]);
      this.path.pop();
    }
  }

  private report(message: string): void {
    this.found.push({ field: printPath(this.path), message });
  }
}

function whyUnsendable(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed()
        ? undefined
        : 'holds half of a character (a lone surrogate), which UTF-8 does not have';
    case 'number':
      return Number.isFinite(value) ? undefined : `is ${value}, a number that JSON does not have`;
    case 'bigint':
    case 'function':
    case 'symbol':
      return `is a ${typeof value}: a manifest holds texts, numbers, booleans, lists and maps`;
    default:
      return undefined;
  }
}

function printPath(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'string' && /^[\w-]+$/.test(step)) return text === '' ? step : `${text}.${step}`;
    return `${text}[${step}]`;
  }, '');
}
