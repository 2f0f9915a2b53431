import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { readManifests } from '../manifests/read-manifests';
import type { Configuration } from '../policy/configuration/configuration';
import * as onDemand from './on-demand';
import { reasonOf, UsageError } from './usage-error';

/** Where a configuration is looked for when none is named. */
const defaultFiles = ['exposed-app.yaml', 'exposed-app.yml'];

/** A configuration, with its folders and files as seen from the working directory. */
export interface LoadedConfiguration extends Configuration {
  /** Undefined where there is none. */
  readonly file: string | undefined;
}

/**
 * Loads the configuration that is named, or that of the working directory.
 *
 * @throws UsageError where it cannot be read, ConfigurationError where it says what cannot be
 */
export function loadConfiguration(named?: string): LoadedConfiguration {
  const file = named ?? defaultFiles.find((one) => existsSync(one));
  if (file === undefined) return { file, targets: [], policy: {}, admissionPolicies: [], at: () => undefined };
  const configuration = onDemand.readConfiguration(textOf(file), file);
  const fromHere = (path: string): string =>
    relative('', join(dirname(file), path))
      .split(sep)
      .join('/');
  const { targets, policy, admissionPolicies } = configuration;
  const given = admissionPolicies.map(fromHere);
  return {
    ...configuration,
    file,
    targets: targets.map((target) => ({ ...target, folders: target.folders.map(fromHere) })),
    policy: given.length === 0 ? policy : { ...policy, admissionPolicies: manifestsIn(given, file) },
    admissionPolicies: given,
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`cannot read the configuration '${file}': ${reasonOf(error)}`);
  }
}

function manifestsIn(paths: readonly string[], file: string): unknown[] {
  try {
    return readManifests(paths).map(({ manifest }) => manifest);
  } catch (error) {
    throw new UsageError(`${file}: policy.admissionPolicies cannot be read: ${reasonOf(error)}`);
  }
}
