import type { ContainerOfPod } from '../pod-of-manifest';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { fractionalBytes } from './fractional-bytes';
import type { Warnings } from './warning';

/** What one container alone shows. */
export function* containerWarnings({ value, path }: ContainerOfPod): Warnings {
  for (const list of ['limits', 'requests']) {
    const amounts = valueAt(value, 'resources', list);
    yield* fractionalBytes(amounts, path.child('resources').child(list), ['memory', 'ephemeral-storage']);
  }
  const known = new Set<string>();
  for (const [position, variable] of itemsOf(valueAt(value, 'env')).entries()) {
    const name = textOf(valueAt(variable, 'name'));
    if (known.has(name) && hidesEarlier(variable, name)) {
      const message = `it hides an earlier definition of ${name}, which some ways of applying drop`;
      yield { rule: 'warning/duplicate-entry', path: path.child('env').index(position), message };
    }
    known.add(name);
  }
}

/** A later definition is meant where it adds to the earlier one: `PATH: $(PATH):/opt/bin`. */
function hidesEarlier(variable: unknown, name: string): boolean {
  const text = textOf(valueAt(variable, 'value'));
  const reference = `$(${name})`;
  return valueAt(variable, 'valueFrom') !== undefined || text === reference || !text.includes(reference);
}
