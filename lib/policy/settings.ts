import type { Severity } from '../findings/finding';
import type { SchemaProblem } from './configuration/schema-problems';
import type * as SettingsProblems from './configuration/settings-problems';
import type { Policy } from './policy';

/** What a program tells a check, besides the cluster aimed at. */
export interface Settings {
  readonly policy?: Policy | undefined;
  readonly failOn?: Severity | undefined;
  readonly today?: string | undefined;
}

/**
 * Refuses settings that cannot be, as `exposed-app.yaml` is refused: what is misspelt would let pass what must not.
 *
 * @param caller whom they were told, for the message
 * @throws Error with everything that is wrong
 */
export function checkSettings(caller: string, settings: Settings): void {
  const { policy, failOn, today } = settings;
  if (policy === undefined && failOn === undefined && today === undefined) return;
  refuseProblems(caller, explainer().settingsProblems({ policy, failOn, today }));
}

/** @throws Error with all of the problems, where there are any */
export function refuseProblems(caller: string, problems: readonly SchemaProblem[]): void {
  if (problems.length === 0) return;
  const lines = problems.map(({ field, message }) => `${field}: ${message}`);
  throw new Error(`${caller}: these settings cannot be used:\n  ${lines.join('\n  ')}`);
}

/** Loaded where it is needed, with the schema: most programs set nothing. */
function explainer(): typeof SettingsProblems {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- at run time, and synchronously
  return require('./configuration/settings-problems') as typeof SettingsProblems;
}
