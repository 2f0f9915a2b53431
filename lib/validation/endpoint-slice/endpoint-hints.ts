import type { FieldPath } from '../../findings/field-path';
import type { EndpointHints } from '../../kubernetes/api';
import type { Problems } from '../../kubernetes/names';
import { dns1123SubdomainProblems, labelValueProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { Seen } from '../seen';

const mostHints = 8;

/** validateHints: too many zones hide what is wrong with the nodes. */
export function validateEndpointHints(
  hints: EndpointHints,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const zones = (hints.forZones ?? []).map((zone) => zone?.name ?? '');
  if (!validateTargets(zones, labelValueProblems, path.child('forZones'), errors)) return;
  // Dropped before Kubernetes 1.34 (gate PreferSameTrafficDistribution).
  if (context.minor < 34) return;
  const nodes = (hints.forNodes ?? []).map((node) => node?.name ?? '');
  validateTargets(nodes, dns1123SubdomainProblems, path.child('forNodes'), errors);
}

function validateTargets(
  names: readonly string[],
  problemsOf: (name: string) => Problems,
  path: FieldPath,
  errors: FieldErrors,
): boolean {
  if (names.length > mostHints) {
    errors.tooMany('endpoint-slice/hints', path, names.length, mostHints);
    return false;
  }
  const seen = new Seen<string>();
  for (const [position, name] of names.entries()) {
    const at = path.index(position).child('name');
    if (seen.repeats(name)) errors.duplicate('endpoint-slice/hints', at, name);
    errors.invalidForEach('endpoint-slice/hints', at, name, problemsOf(name));
  }
  return true;
}
