import type { Position } from '../../manifests/locate';
import type { Policy } from '../policy';
import type { Target } from '../../target/target';

/** A cluster aimed at, and the folders whose manifests it receives. */
export interface NamedTarget {
  readonly name: string;
  /** Relative to the folder of the configuration. */
  readonly folders: readonly string[];
  readonly target: Target;
}

/** What `exposed-app.yaml` says. */
export interface Configuration {
  readonly targets: readonly NamedTarget[];
  readonly policy: Policy;
  /** Files and folders with the ValidatingAdmissionPolicies of the cluster, relative to the folder of the configuration. */
  readonly admissionPolicies: readonly string[];
  /** Where a setting stands, by its field: `policy.rules[service/selector]`. */
  readonly at: (field: string) => Position | undefined;
}

/** A configuration that cannot be used: all that is wrong with it, each with its place. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(file: string, problems: readonly string[]) {
    super(`${file} cannot be used:\n  ${problems.join('\n  ')}`);
  }
}
