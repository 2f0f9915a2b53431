import { checkSets, targetOfFile } from '../check/check-sets';
import type { CheckOptions } from '../check';
import type { CheckedSet } from '../check/report';
import type { ManifestDocument } from '../manifests/manifest-document';
import { ConfigurationError } from '../policy/configuration/configuration';
import { dayProblems } from '../policy/configuration/day-problems';
import { Target } from '../target/target';
import type { Io } from './io';
import { loadConfiguration, type LoadedConfiguration } from './load-configuration';
import type { CheckFlags } from './run-check';
import { UsageError } from './usage-error';

/** How documents are checked, by the flags and the configuration together; a flag goes before the configuration. */
export interface CheckPlan {
  readonly configuration: LoadedConfiguration;
  readonly options: CheckOptions & { readonly today: string; readonly target: Target };
  readonly check: (documents: readonly ManifestDocument[]) => CheckedSet;
  /** The cluster that receives a document. */
  readonly targetOf: (document: ManifestDocument) => Target;
}

/**
 * @param named what a setting is called where it is given: by default the flag
 * @throws UsageError where a flag or the configuration says what cannot be
 */
export function checkPlan(
  flags: Pick<CheckFlags, 'config' | 'kubernetes' | 'preset' | 'today'>,
  io: Pick<Io, 'today'>,
  named = (setting: string): string => `--${setting}`,
): CheckPlan {
  const { kubernetes, preset, today = io.today() } = flags;
  for (const { field, message } of dayProblems(named('today'), today)) throw new UsageError(`${field}: ${message}`);
  const configuration = configurationOf(flags.config);
  const whole = kubernetes === undefined ? new Target() : targetAt(kubernetes, named('kubernetes'));
  const options = {
    policy: preset === undefined ? configuration.policy : { ...configuration.policy, preset },
    today,
    target: whole,
    ...(kubernetes === undefined ? {} : { kubernetes }),
  };
  return {
    configuration,
    options,
    check: (documents) => checkSets(documents, configuration.targets, options),
    targetOf({ file }) {
      const target = targetOfFile(file, configuration.targets) ?? whole;
      return kubernetes === undefined ? target : target.with({ kubernetes });
    },
  };
}

function configurationOf(named: string | undefined): LoadedConfiguration {
  try {
    return loadConfiguration(named);
  } catch (error) {
    if (error instanceof ConfigurationError) throw new UsageError(error.message);
    throw error;
  }
}

function targetAt(version: string, name: string): Target {
  try {
    return new Target({ kubernetes: version });
  } catch (error) {
    throw new UsageError(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
