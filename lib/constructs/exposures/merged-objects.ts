import type { RouteObject } from '../../controllers/dialect';
import { ConstructError } from '../construct-error';
import type { ExposureContext } from './exposure-context';

/**
 * Routes that lead to one Service may each come with the object that says how it is reached: it is made once.
 *
 * @throws ConstructError where they ask for different ones
 */
export function mergedObjects(
  { scope, name }: Pick<ExposureContext, 'scope' | 'name'>,
  objects: readonly RouteObject[],
): readonly RouteObject[] {
  const made = new Map<string, RouteObject>();
  for (const object of objects) {
    const what = `${object.kind} '${object.name}'`;
    const key = `${what} ${object.namespace ?? ''}`;
    const other = made.get(key);
    if (other !== undefined && JSON.stringify(other) !== JSON.stringify(object)) {
      throw new ConstructError(
        scope,
        `The routes of '${name}' ask for different things of ${what}, which there is one of. The options behind it must be the same in all of them.`,
      );
    }
    made.set(key, object);
  }
  return [...made.values()];
}
