import { admit } from './check/admit';
import { reportOf, type CheckedSet } from './check/report';
import type { CheckReport } from './findings/finding';
import { Graph } from './graph/graph';
import type { ManifestDocument } from './manifests/manifest-document';
import { judge } from './policy/judge';
import type { Policy } from './policy/policy';
import { checkSettings } from './policy/settings';
import { Target } from './target/target';

/** What a set of manifests is held against. */
export interface CheckOptions {
  /** The Kubernetes version aimed at, `1.36`; goes before the target's. @default - the target's */
  readonly kubernetes?: string;
  /** The cluster aimed at. @default - a cluster of the newest version known, of which nothing special is known */
  readonly target?: Target;
  /** @default - the preset `essential` */
  readonly policy?: Policy;
  /** The day that waivers are judged at, `2026-11-21`. @default - end dates are not judged */
  readonly today?: string;
}

/**
 * Holds a set of manifests, what one target receives, against the API server, against itself and against a policy: what is refused, what is
 * broken and what is risky.
 *
 * @throws Error where the options say what cannot be, such as a rule or a Kubernetes version that is not known. The documents may hold anything.
 */
export function check(documents: readonly ManifestDocument[], options: CheckOptions = {}): CheckReport {
  checkSettings('check', options);
  return checkSet(documents, options).report;
}

/** As `check`, for those who go on with the findings. */
export function checkSet(documents: readonly ManifestDocument[], options: CheckOptions): CheckedSet {
  const { kubernetes, policy = {} } = options;
  const given = options.target ?? new Target();
  const target = kubernetes === undefined ? given : given.with({ kubernetes });
  const { objects, findings, unchecked } = admit(documents, target);
  const judged = judge(new Graph(objects, target), policy, options.today);
  return reportOf(documents, [...findings, ...judged], unchecked, target);
}
