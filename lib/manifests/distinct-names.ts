/**
 * Names each item, and no two alike, not even where upper and lower case count as one.
 *
 * Items of one name get what else is known of them added, `web.shop` and `web.blog`, so that no name hangs on the order; only what is still alike is
 * numbered.
 */
export function nameApart<T>(
  items: readonly T[],
  nameOf: (item: T, position: number) => string,
  detailOf: (item: T) => string | undefined = () => undefined,
): (readonly [T, string])[] {
  const names = items.map(nameOf);
  const times = count(names);
  const taken = new Set([...times].filter(([, number]) => number === 1).map(([name]) => name));
  const numbers = new Map<string, number>();
  const free = (name: string): string => {
    let candidate = name;
    for (let number = numbers.get(name) ?? 2; taken.has(candidate.toLowerCase()); number++) {
      candidate = `${name}-${number}`;
      numbers.set(name, number + 1);
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  };
  return items.map((item, position) => {
    const name = names[position] ?? '';
    if (times.get(name.toLowerCase()) === 1) return [item, name];
    const detail = detailOf(item);
    return [item, free(detail === undefined ? name : `${name}.${detail}`)];
  });
}

function count(names: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const name of names) times.set(name.toLowerCase(), (times.get(name.toLowerCase()) ?? 0) + 1);
  return times;
}
