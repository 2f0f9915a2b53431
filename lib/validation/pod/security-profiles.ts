import type { FieldPath } from '../../findings/field-path';
import type { AppArmorProfile, SeccompProfile } from '../../kubernetes/api';
import { isLongerThan } from '../../kubernetes/names';
import { isPadded } from '../../kubernetes/white-space';
import type { FieldErrors } from '../field-errors';
import { isGiven } from './given';
import { descendingPathProblems } from './local-path';

export const securityProfileRules = {
  'security-context/seccomp': 'A seccomp profile is RuntimeDefault, Unconfined or Localhost with a relative path.',
  'security-context/app-armor': 'An AppArmor profile is RuntimeDefault, Unconfined or Localhost with a name.',
} as const;

const types = ['Localhost', 'RuntimeDefault', 'Unconfined'];
/** PATH_MAX without the final zero. */
const longestPath = 4095;

/** validateSeccompProfileField */
export function validateSeccompProfile(profile: SeccompProfile, path: FieldPath, errors: FieldErrors): void {
  const rule = 'security-context/seccomp';
  validateType(profile.type, rule, path, errors);
  const local = profile.localhostProfile;
  const at = path.child('localhostProfile');
  if (profile.type !== 'Localhost') {
    if (isGiven(local)) errors.invalid(rule, at, local, "may be set with the type 'Localhost' only");
  } else if (!isGiven(local)) {
    errors.required(rule, at, "must be set with the type 'Localhost'");
  } else {
    errors.invalidForEach(rule, at, local, descendingPathProblems(local));
  }
}

/** ValidateAppArmorProfileField */
export function validateAppArmorProfile(profile: AppArmorProfile, path: FieldPath, errors: FieldErrors): void {
  const rule = 'security-context/app-armor';
  validateType(profile.type, rule, path, errors);
  const local = profile.localhostProfile;
  const at = path.child('localhostProfile');
  if (profile.type === 'Localhost') {
    if (!local) errors.required(rule, at, "must be set with the type 'Localhost'");
    else if (isPadded(local)) errors.invalid(rule, at, local, 'must not begin or end with white space');
    if (local && isLongerThan(local, longestPath)) errors.tooLong(rule, at, longestPath);
  } else if (isGiven(local) && types.includes(profile.type ?? '')) {
    errors.invalid(rule, at, local, "may be set with the type 'Localhost' only");
  }
}

/** Whether a text can be the `localhostProfile` of an AppArmor profile. */
export function isAppArmorName(name: string): boolean {
  return name !== '' && !isPadded(name) && !isLongerThan(name, longestPath);
}

function validateType(
  type: string | null | undefined,
  rule: keyof typeof securityProfileRules,
  path: FieldPath,
  errors: FieldErrors,
): void {
  if (!type) errors.required(rule, path.child('type'), `must be one of ${types.join(', ')}`);
  else if (!types.includes(type)) errors.notSupported(rule, path.child('type'), type, types);
}
