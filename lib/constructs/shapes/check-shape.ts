import type { IConstruct } from 'constructs';
import { toldOf, type Shape } from '../../kubernetes/shape';
import { ConstructError } from '../construct-error';

/**
 * For programs in JavaScript, where no compiler has looked at the props.
 *
 * @param what takes the props: `ExposedApp`
 * @throws ConstructError where they have not that shape
 */
export function checkShape(scope: IConstruct, what: string, props: unknown, shape: Shape): void {
  const found = props === undefined ? { at: '', problem: 'takes props, and was given none' } : shape(props);
  if (found === undefined) return;
  const told = found.at === '' ? `${what} ${found.problem}` : toldOf(found);
  throw new ConstructError(scope, told.endsWith('?') ? told : `${told}.`);
}
