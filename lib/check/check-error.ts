import type { CheckReport, Finding, Severity } from '../findings/finding';
import { isStanding, weighsAtLeast } from '../findings/weight';

/** Nobody reads more of an error; the report has all. */
const mostTold = 50;

/** A check found what may not pass: nothing was written. */
export class CheckError extends Error {
  override readonly name = 'CheckError';
  declare readonly report: CheckReport;

  // Not private: what tests expect to be thrown is a class that can be made.
  constructor(report: CheckReport, failing: readonly Finding[]) {
    const told = failing.slice(0, mostTold).map(line);
    if (failing.length > told.length) told.push(`and ${failing.length - told.length} more`);
    const count = failing.length === 1 ? 'a finding' : `${failing.length} findings`;
    super(`Nothing was written: the check has ${count} that may not pass.\n  ${told.join('\n  ')}`);
    // Not shown where nobody catches the error: the message has what matters.
    Object.defineProperty(this, 'report', { value: report });
  }

  /** @throws CheckError where the report has a finding of that severity or a heavier one that is not waived */
  static throwOn(report: CheckReport, severity: Severity): void {
    const failing = report.findings.filter((one) => isStanding(one) && weighsAtLeast(one.severity, severity));
    // Not by its name: where modules are bundled, a class that names itself gets another one, which errors show.
    if (failing.length > 0) throw new this(report, failing);
  }
}

function line({ construct, object, field, message, fix, rule, related = [] }: Finding): string {
  const where = construct ?? `${object.kind} ${object.name}`;
  const others = related.flatMap((other) => other.construct ?? []).filter((other) => other !== construct);
  const see = others.length === 0 ? '' : ` (see ${[...new Set(others)].join(', ')})`;
  return `[${where}] ${field}: ${message}${see}\n    ${rule}: ${fix}`;
}
