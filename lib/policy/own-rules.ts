import type { Severity } from '../findings/finding';

/** What the policy itself finds, about its waivers and its baseline and not about manifests. */
export const policyRules = {
  'policy/baseline-unneeded': {
    severity: 'note',
    summary: 'A baseline holds nothing that is mended.',
    fix: 'Write the baseline anew with --write-baseline, so that the finding cannot come back unseen.',
  },
  'policy/waiver-expired': {
    severity: 'error',
    summary: 'A waiver holds until its last day.',
    fix: 'Mend what it lets pass, or agree on a new date and say so in `expires`.',
  },
  'policy/waiver-malformed': {
    severity: 'error',
    summary: 'A waiver names one rule that can be waived, a reason, an owner and a day.',
    fix: 'Write {reason: ..., owner: ..., expires: 2027-03-31}; what the API server refuses cannot be waived.',
  },
  'policy/waiver-term': {
    severity: 'error',
    summary: 'A waiver ends within the longest term of the policy.',
    fix: 'Choose an earlier day for `expires`, or raise `longestWaiverDays`.',
  },
  'policy/waiver-unused': {
    severity: 'warning',
    summary: 'A waiver lets something pass.',
    fix: 'Take the waiver away: what it let pass is mended or gone.',
  },
} as const satisfies Readonly<
  Record<string, { readonly severity: Severity; readonly summary: string; readonly fix: string }>
>;

export type PolicyRuleId = keyof typeof policyRules;
