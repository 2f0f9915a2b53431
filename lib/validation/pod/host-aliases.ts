import type { FieldPath } from '../../findings/field-path';
import type { HostAlias } from '../../kubernetes/api';
import { ipProblems } from '../../kubernetes/addresses';
import { dns1123SubdomainProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';

/** ValidateHostAliases */
export function validateHostAliases(
  aliases: readonly (HostAlias | null | undefined)[] | null | undefined,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  if (aliases == null) return;
  for (const [position, alias] of aliases.entries()) {
    // before 1.30 errors did not say which entry is meant
    const hasPosition = context.minor >= 30;
    const at = hasPosition ? path.index(position) : path;
    const ip = alias?.ip ?? '';
    for (const problem of ipProblems(ip, context)) errors.invalid('pod/host-alias', at.child('ip'), ip, problem);
    for (const [namePosition, entry] of (alias?.hostnames ?? []).entries()) {
      const name = entry ?? '';
      const names = at.child('hostnames');
      for (const problem of dns1123SubdomainProblems(name)) {
        errors.invalid('pod/host-alias', hasPosition ? names.index(namePosition) : names, name, problem);
      }
    }
  }
}
