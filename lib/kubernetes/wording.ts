/** `'a', 'b' and 'c'`. */
export function quoteList(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  const last = quoted.pop();
  if (last === undefined) return 'none';
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
}

/**
 * The known name that was probably meant.
 *
 * @returns undefined where nothing is near: more than a third of the letters would have to change.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(Math.max(name.length, 3) / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name, candidate, bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/**
 * The known name of which one word alone is spelt otherwise, or whose words stand together: for long names, where half of the letters may be
 * those of all others.
 */
export function nearestByWord(name: string, known: readonly string[], separator: '-' | '.'): string | undefined {
  const words = name.split(separator);
  const joined = words.join('');
  return known.find((candidate) => {
    const others = candidate.split(separator);
    if (others.length !== words.length) return others.join('') === joined;
    const wrong = [...others.keys()].filter((position) => others[position] !== words[position]);
    const [only = 0] = wrong;
    return wrong.length === 1 && nearest(words[only] ?? '', [others[only] ?? '']) !== undefined;
  });
}

/** Levenshtein's distance: how many letters must be put in, taken out, changed or swapped with the next. No further than `most`. */
function editDistance(from: string, to: string, most: number): number {
  const letters = Array.from(from);
  const others = Array.from(to);
  let before: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: others.length + 1 }, (_, column) => column);
  for (const [row, letter] of letters.entries()) {
    const current = [row + 1];
    for (const [column, other] of others.entries()) {
      const change = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      const swapped = row > 0 && column > 0 && letter === others[column - 1] && other === letters[row - 1];
      const swap = swapped ? (before[column - 1] ?? 0) + 1 : Infinity;
      current.push(Math.min(change, swap, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    // Every way passes through one of two rows that follow each other, and none gets shorter.
    if (Math.min(...current) > most && Math.min(...previous) > most) return most;
    [before, previous] = [previous, current];
  }
  return previous[others.length] ?? 0;
}
