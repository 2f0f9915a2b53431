import type { CheckOptions } from '../check';
import { Target } from '../target/target';
import type { Io } from './io';
import type { CheckFlags } from './run-check';
import { UsageError } from './usage-error';

/**
 * What the flags ask the set to be held against.
 *
 * @throws UsageError where a flag says what is not known
 */
export function checkOptions(
  { kubernetes, preset, today }: CheckFlags,
  io: Io,
): CheckOptions & { readonly target: Target } {
  if (today !== undefined && !isDay(today)) {
    throw new UsageError(`--today is '${today}': write a day of the calendar, such as 2026-11-21`);
  }
  return {
    target: kubernetes === undefined ? new Target() : targetAt(kubernetes),
    ...(preset === undefined ? {} : { policy: { preset } }),
    today: today ?? io.today(),
  };
}

function targetAt(version: string): Target {
  try {
    return new Target({ kubernetes: version });
  } catch (error) {
    throw new UsageError(`--kubernetes: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
