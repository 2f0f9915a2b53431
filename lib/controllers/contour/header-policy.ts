/** What happens to headers in one direction. */
export class HeaderPolicy {
  private readonly values: { readonly name: string; readonly value: string }[] = [];
  private readonly removed: string[] = [];

  set(values: Readonly<Record<string, string>> = {}): void {
    for (const [name, value] of Object.entries(values)) this.values.push({ name, value });
  }

  remove(names: readonly string[] = []): void {
    this.removed.push(...names);
  }

  /** As an HTTPProxy has it; undefined where nothing happens. */
  written(): object | undefined {
    const { values, removed } = this;
    if (values.length + removed.length === 0) return undefined;
    return { set: values.length > 0 ? values : undefined, remove: removed.length > 0 ? removed : undefined };
  }
}
