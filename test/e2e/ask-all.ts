import { ask, unaskedRow } from './ask';
import type { Asking } from './ask';
import type { Row } from './table';
import type { Unasked, Way } from './ways/way';

/** How many requests are under way at once. */
const atOnce = 6;

/** Asks at every way in, several at once, and answers in the order given. */
export async function askAll(
  set: string,
  ways: readonly (Way | Unasked)[],
  asking: Asking,
  isSkipped: (way: string) => boolean,
): Promise<readonly Row[]> {
  const rows = new Map<number, Row>();
  const queue = ways.entries();
  const work = async (): Promise<void> => {
    for (const [i, way] of queue) {
      asking.signal.throwIfAborted();
      if (isSkipped(way.way)) rows.set(i, unaskedRow(set, { ...way, reason: '--skip', failed: false }));
      else rows.set(i, 'reason' in way ? unaskedRow(set, way) : await ask(set, way, asking));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return ways.flatMap((_way, i) => rows.get(i) ?? []);
}
