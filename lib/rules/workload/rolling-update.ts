import type { Workload } from '../../graph/workload';
import { textOf, valueAt } from '../../manifests/untyped';

/** How many pods more, and how many less, an update may have. */
export interface RollingUpdate {
  readonly surge: number;
  readonly unavailable: number;
}

/**
 * How a Deployment is updated; undefined where it is none, or takes all pods away first.
 *
 * Percentages are rounded as ResolveFenceposts does: the surge up, what may be unavailable down, and one where both would be zero.
 */
export function rollingUpdateOf({ object, replicas = 1 }: Workload): RollingUpdate | undefined {
  const strategy = valueAt(object.body, 'spec', 'strategy');
  if (object.key !== 'apps Deployment' || textOf(valueAt(strategy, 'type')) === 'Recreate') return undefined;
  const surge = share(valueAt(strategy, 'rollingUpdate', 'maxSurge'), replicas, Math.ceil);
  const unavailable = share(valueAt(strategy, 'rollingUpdate', 'maxUnavailable'), replicas, Math.floor);
  return { surge, unavailable: surge === 0 && unavailable === 0 ? 1 : unavailable };
}

/** A count, or a percentage of the pods; a quarter where nothing is said. */
function share(value: unknown, replicas: number, round: (value: number) => number): number {
  if (typeof value === 'number') return value;
  const percentage = /^([0-9]+)%$/.exec(textOf(value))?.[1] ?? '25';
  return round((replicas * Number(percentage)) / 100);
}
