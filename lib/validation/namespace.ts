import { FieldPath } from '../findings/field-path';
import type { Namespace } from '../kubernetes/api';
import { qualifiedNameProblems } from '../kubernetes/names';
import type { ValidationContext } from './context';
import type { FieldErrors } from './field-errors';

export const namespaceRules = {
  'namespace/finalizer': 'A finalizer of a Namespace is a qualified name with a domain, or a standard one.',
  'namespace/pod-security':
    'The labels for Pod Security name a level, privileged, baseline or restricted, and a version.',
} as const;

const standardFinalizers: readonly string[] = ['kubernetes', 'orphan', 'foregroundDeletion'];
const securityLevels: readonly string[] = ['privileged', 'baseline', 'restricted'];
const securityVersion = /^v1\.(?:[0-9]|[1-9][0-9]*)$/;
/** The largest number that the server reads (strconv.Atoi). */
const largestMinor = 2n ** 63n - 1n;

const finalizersPath = FieldPath.of('spec').child('finalizers');
const labelsPath = FieldPath.of('metadata').child('labels');

/** ValidateNamespace */
export function validateNamespace(object: Namespace, _context: ValidationContext, errors: FieldErrors): void {
  for (const finalizer of object.spec?.finalizers ?? []) validateFinalizer(finalizer ?? '', errors);
}

/** What the admission plugin for Pod Security asks of the labels (PolicyToEvaluate of k8s.io/pod-security-admission). */
export function admitNamespace(object: Namespace, _context: ValidationContext, errors: FieldErrors): void {
  const labels = object.metadata?.labels;
  if (labels == null) return;
  for (const mode of ['enforce', 'audit', 'warn']) validateSecurityLabels(labels, mode, errors);
}

/** validateFinalizerName: reported at the list. */
function validateFinalizer(finalizer: string, errors: FieldErrors): void {
  errors.invalidForEach('namespace/finalizer', finalizersPath, finalizer, qualifiedNameProblems(finalizer));
  if (finalizer.includes('/') || standardFinalizers.includes(finalizer)) return;
  const detail = `must be one of ${standardFinalizers.join(', ')}, or hold a domain, such as 'example.com/cleanup'`;
  errors.invalid('namespace/finalizer', finalizersPath, finalizer, detail);
}

function validateSecurityLabels(
  labels: Readonly<Record<string, string | null | undefined>>,
  mode: string,
  errors: FieldErrors,
): void {
  const levelKey = `pod-security.kubernetes.io/${mode}`;
  const level = labels[levelKey];
  if (level !== undefined && !securityLevels.includes(level ?? '')) {
    const detail = `must be one of ${securityLevels.join(', ')}`;
    errors.invalid('namespace/pod-security', labelsPath.key(levelKey), level ?? '', detail);
  }
  const versionKey = `${levelKey}-version`;
  const version = labels[versionKey];
  if (version !== undefined && !isSecurityVersion(version ?? '')) {
    const detail = "must be 'latest' or a version such as 'v1.36'";
    errors.invalid('namespace/pod-security', labelsPath.key(versionKey), version ?? '', detail);
  }
}

function isSecurityVersion(version: string): boolean {
  if (version === 'latest') return true;
  return securityVersion.test(version) && BigInt(version.slice(3)) <= largestMinor;
}
