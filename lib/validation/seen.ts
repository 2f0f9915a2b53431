const longestList = 8;

/** The values that came up so far. Nearly all lists in manifests are short, and an array is then much lighter than a set. */
export class Seen<T> {
  private readonly list: T[] = [];
  private set: Set<T> | undefined;

  /** Takes note of a value; whether it came up before. */
  repeats(value: T): boolean {
    if (this.set === undefined) {
      if (this.list.includes(value)) return true;
      this.list.push(value);
      if (this.list.length > longestList) this.set = new Set(this.list);
      return false;
    }
    if (this.set.has(value)) return true;
    this.set.add(value);
    return false;
  }
}
