import type { FieldPath } from '../../findings/field-path';
import type { PodSpec } from '../../kubernetes/api';
import { dns1123LabelProblems, dns1123SubdomainProblems, isLongerThan } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';

const longestHostname = 64;

/** The part of ValidatePodSpec on the names that a pod goes by: in the network, and before the API server. */
export function validateIdentity(
  spec: PodSpec,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  for (const field of ['hostname', 'subdomain'] as const) {
    const value = spec[field];
    if (value == null || value === '') continue;
    for (const problem of dns1123LabelProblems(value))
      errors.invalid('pod/hostname', path.child(field), value, problem);
  }
  // HostnameOverride: on since 1.35
  if (spec.hostnameOverride != null && context.minor >= 35) {
    validateHostnameOverride(spec, spec.hostnameOverride, path.child('hostnameOverride'), errors);
  }
  const account = serviceAccountOf(spec);
  if (account === '') return;
  for (const problem of dns1123SubdomainProblems(account)) {
    errors.invalid('pod/service-account', path.child('serviceAccountName'), account, problem);
  }
}

/** The service account of a pod; `serviceAccount` is the older name of the field. */
export function serviceAccountOf(spec: PodSpec): string {
  const name = spec.serviceAccountName ?? '';
  return name === '' ? (spec.serviceAccount ?? '') : name;
}

/** validatePodHostName */
function validateHostnameOverride(spec: PodSpec, name: string, path: FieldPath, errors: FieldErrors): void {
  const rule = 'pod/hostname-override';
  if (spec.setHostnameAsFQDN === true) errors.forbidden(rule, path, 'has no place beside setHostnameAsFQDN');
  if (spec.hostNetwork === true) errors.forbidden(rule, path, 'a pod in the network of its node has its host name');
  if (isLongerThan(name, longestHostname)) errors.tooLong(rule, path, longestHostname);
  for (const problem of dns1123SubdomainProblems(name)) errors.invalid(rule, path, name, problem);
}
