const longestPrinted = 120;

/**
 * A value as it stands in a message: JSON, cut where it would drown the message. Prints whatever it is given, cyclic or not JSON at all,
 * and looks at no more of it than it prints.
 */
export function printValue(value: unknown): string {
  const printer = new Printer();
  printer.print(value);
  return printer.text.length <= longestPrinted ? printer.text : `${printer.text.slice(0, longestPrinted)}...`;
}

class Printer {
  text = '';

  print(value: unknown): void {
    if (typeof value === 'string') this.text += JSON.stringify(value.slice(0, longestPrinted + 1));
    else if (typeof value === 'object' && value !== null) this.printParts(value);
    else this.text += String(value);
  }

  private printParts(value: object): void {
    const isList = Array.isArray(value);
    this.text += isList ? '[' : '{';
    let separator = '';
    for (const key in value) {
      if (this.text.length > longestPrinted) return;
      this.text += separator + (isList ? '' : `${JSON.stringify(key.slice(0, longestPrinted + 1))}:`);
      separator = ',';
      this.print((value as Readonly<Record<string, unknown>>)[key]);
    }
    this.text += isList ? ']' : '}';
  }
}
