import { printBlock, printLine } from './yaml-text';

/** Readers look no further than 1,024 characters for the `:` that makes a text a key (YAML 1.2, section 8.2.2). */
const longestImplicitKey = 1000;
const step = '  ';

/**
 * Prints JSON-like data as YAML in block style, documents separated by `---`. Readers of YAML 1.1 and of YAML 1.2 read back the same data.
 *
 * Members that are undefined are left out, undefined items of a list are null; nothing is shared by anchors.
 */
export function printYaml(documents: readonly unknown[]): string {
  const printer = new YamlPrinter();
  // Joined, several are one text in memory, and no longer the thousand pieces that each was put together from.
  return documents.map((document) => printer.document(document)).join('---\n');
}

/**
 * Appends to one text, which takes half the time of joining the texts of the parts. A level of nesting takes one stack frame, so that thousands
 * of levels fit.
 */
class YamlPrinter {
  private text = '';
  /** Documents have few names of fields, and each of them often. */
  private readonly names = new Map<string, string>();

  document(value: unknown): string {
    this.text = '';
    if (typeof value !== 'object' || value === null) {
      // The indentation of a block below nothing is read in two ways, so a text alone stays on one line.
      this.text += `${typeof value === 'string' ? printLine(value) : printScalar(value, '')}\n`;
    } else if (!(Array.isArray(value) ? this.list(value, '', '') : this.map(value, '', ''))) {
      this.text += `${printEmpty(value)}\n`;
    }
    return this.text;
  }

  /** Prints the members, `before` in front of the first one; false where there are none. */
  private map(map: object, pad: string, before: string): boolean {
    const deeper = pad + step;
    const below = `\n${deeper}`;
    let printed = false;
    for (const name of Object.keys(map)) {
      const value = (map as Record<string, unknown>)[name];
      if (value === undefined) continue;
      const key = this.key(name);
      const start = key.length > longestImplicitKey ? `? ${key}\n${pad}:` : `${key}:`;
      this.text += (printed ? pad : before) + start;
      printed = true;
      if (typeof value !== 'object' || value === null) {
        this.text += ` ${printScalar(value, deeper)}\n`;
      } else if (!(Array.isArray(value) ? this.list(value, deeper, below) : this.map(value, deeper, below))) {
        this.text += ` ${printEmpty(value)}\n`;
      }
    }
    return printed;
  }

  private key(name: string): string {
    let key = this.names.get(name);
    if (key === undefined) this.names.set(name, (key = printLine(name)));
    return key;
  }

  /** Prints the items, `before` in front of the first one; false where there are none. */
  private list(list: readonly unknown[], pad: string, before: string): boolean {
    const deeper = pad + step;
    let start = `${before}- `;
    for (const value of list) {
      this.text += start;
      start = `${pad}- `;
      if (typeof value !== 'object' || value === null) {
        this.text += `${printScalar(value, deeper)}\n`;
      } else if (!(Array.isArray(value) ? this.list(value, deeper, '') : this.map(value, deeper, ''))) {
        this.text += `${printEmpty(value)}\n`;
      }
    }
    return list.length > 0;
  }
}

function printEmpty(value: object): string {
  return Array.isArray(value) ? '[]' : '{}';
}

function printScalar(value: unknown, pad: string): string {
  switch (typeof value) {
    case 'string':
      return (value.includes('\n') ? printBlock(value, pad) : undefined) ?? printLine(value);
    case 'number':
      return printNumber(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
    case 'undefined':
      return 'null';
    default:
      throw new TypeError(
        `A manifest holds text, numbers, booleans, null, lists and maps; this is a ${typeof value}: ${String(value)}`,
      );
  }
}

function printNumber(value: number): string {
  if (Number.isSafeInteger(value)) return Object.is(value, -0) ? '-0' : String(value);
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value < 0 ? '-.inf' : '.inf';
  // YAML 1.1 wants a point in a number with an exponent: https://yaml.org/type/float.html
  return String(value).replace(/^(-?\d+)e/, '$1.0e');
}
