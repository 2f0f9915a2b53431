import { isDay } from '../../findings/waiver';
import type { Policy } from '../policy';
import type { SchemaProblem } from './schema-problems';

/** What is wrong with a day; empty when it is one of the calendar, which no pattern can tell. */
export function dayProblems(field: string, day: string): SchemaProblem[] {
  return isDay(day) ? [] : [{ field, message: `'${day}' is no day of the calendar: write it as 2027-03-31` }];
}

/** The last days of waivers that are none. */
export function waiverDayProblems({ waivers = [] }: Pick<Policy, 'waivers'>): SchemaProblem[] {
  return waivers.flatMap(({ expires }, position) => dayProblems(`policy.waivers[${position}].expires`, expires));
}
