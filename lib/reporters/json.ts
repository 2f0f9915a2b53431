import type { CheckReport } from '../findings/finding';

/** For programs: the report itself, as schemas/check-report.json describes it. */
export function json(report: CheckReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
