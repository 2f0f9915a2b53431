import { FieldPath } from '../findings/field-path';
import type { Namespace } from '../kubernetes/api';
import { qualifiedNameProblems } from '../kubernetes/names';
import type { ValidationContext } from './context';
import type { FieldErrors } from './field-errors';

export const namespaceRules = {
  'namespace/finalizer': 'A finalizer of a Namespace is a qualified name with a domain, or a standard one.',
} as const;

const standardFinalizers: readonly string[] = ['kubernetes', 'orphan', 'foregroundDeletion'];
const finalizersPath = FieldPath.of('spec').child('finalizers');

/** ValidateNamespace: every finalizer is reported at the list. */
export function validateNamespace(object: Namespace, _context: ValidationContext, errors: FieldErrors): void {
  for (const entry of object.spec?.finalizers ?? []) {
    const finalizer = entry ?? '';
    for (const problem of qualifiedNameProblems(finalizer)) {
      errors.invalid('namespace/finalizer', finalizersPath, finalizer, problem);
    }
    if (finalizer.includes('/') || standardFinalizers.includes(finalizer)) continue;
    const detail = `must be one of ${standardFinalizers.join(', ')}, or hold a domain, such as 'example.com/cleanup'`;
    errors.invalid('namespace/finalizer', finalizersPath, finalizer, detail);
  }
}
