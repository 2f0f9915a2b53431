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
    if (typeof value === 'string') this.text += quote(value);
    else if (Array.isArray(value)) this.printList(value);
    else if (typeof value === 'object' && value !== null) this.printObject(value);
    else this.text += String(value);
  }

  private printList(list: readonly unknown[]): void {
    this.text += '[';
    for (let position = 0; position < list.length && !this.isFull(); position++) {
      if (position > 0) this.text += ',';
      this.print(list[position]);
    }
    this.text += ']';
  }

  private printObject(object: object): void {
    this.text += '{';
    let separator = '';
    for (const key in object) {
      if (this.isFull()) break;
      this.text += `${separator}${quote(key)}:`;
      separator = ',';
      this.print((object as Readonly<Record<string, unknown>>)[key]);
    }
    this.text += '}';
  }

  private isFull(): boolean {
    return this.text.length > longestPrinted;
  }
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, longestPrinted + 1));
}
