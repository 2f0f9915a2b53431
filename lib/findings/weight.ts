import { severities, type Finding, type Severity } from './finding';

/** Whether the finding counts: what is waived does not. */
export function isStanding({ waived }: Pick<Finding, 'waived'>): boolean {
  return waived === undefined;
}

/** Whether a severity is that one or a heavier one. */
export function weighsAtLeast(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(limit);
}
