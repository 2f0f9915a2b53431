import type { Waiver } from '../lib';

/** A waiver of the team that answers for these examples, until its last day. */
export function waiverOf(rule: string, reason: string): Waiver {
  return { rule, reason, owner: 'team-examples', expires: '2027-09-30' };
}
