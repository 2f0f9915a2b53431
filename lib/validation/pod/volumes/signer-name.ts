import type { FieldPath } from '../../../findings/field-path';
import { dns1123LabelProblems, dns1123SubdomainProblems, isLongerThan } from '../../../kubernetes/names';
import type { FieldErrors } from '../../field-errors';

const longestDomain = 253;
const longestSignerName = 571;

/** ValidateSignerName: `<domain of two parts or more>/<path>`. */
export function validateSignerName(name: string, path: FieldPath, errors: FieldErrors): void {
  const rule = 'volume/signer-name';
  if (name === '') {
    errors.required(rule, path, '');
    return;
  }
  const [domain = '', target, ...more] = name.split('/');
  if (target === undefined || more.length > 0) {
    errors.invalid(rule, path, name, "must be a domain and a path, such as 'example.com/signer-name'");
    return;
  }
  if (isLongerThan(domain, longestDomain)) errors.tooLong(rule, path, longestDomain);
  const labels = domain.split('.');
  const unsound = labels.find((label) => dns1123LabelProblems(label).length > 0);
  if (unsound !== undefined) errors.invalid(rule, path, domain, `'${unsound}' is no DNS label`);
  if (labels.length < 2) errors.invalid(rule, path, domain, 'must be a domain of at least two parts');
  const part = target.split('.').find((label) => dns1123SubdomainProblems(label).length > 0);
  if (part !== undefined) errors.invalid(rule, path, target, `'${part}' is no DNS subdomain`);
  if (isLongerThan(name, longestSignerName)) errors.tooLong(rule, path, longestSignerName);
}

/** IsKubernetesSignerName */
export function isKubernetesSigner(name: string): boolean {
  return `.${name.split('/', 1)[0] ?? ''}`.endsWith('.kubernetes.io');
}
