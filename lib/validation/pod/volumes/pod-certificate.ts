import type { FieldPath } from '../../../findings/field-path';
import type { PodCertificateProjection } from '../../../kubernetes/api';
import { domainPrefixedKeyProblems } from '../../../kubernetes/names';
import type { FieldErrors } from '../../field-errors';
import { validateVolumePath } from './paths';
import { isKubernetesSigner, validateSignerName } from './signer-name';
import type { WrittenPaths } from './written-paths';

const keyTypes: readonly string[] = ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'];
const hour = 60 * 60;
const longestExpiration = 91 * 24 * hour;
const longestKubernetesExpiration = 24 * hour;
const annotationBytes = 256 * 1024;

/** The part of validateProjectionSources on pod certificates. */
export function validatePodCertificate(
  certificate: PodCertificateProjection,
  path: FieldPath,
  written: WrittenPaths,
  errors: FieldErrors,
): void {
  const signer = certificate.signerName ?? '';
  validateSignerName(signer, path.child('signerName'), errors);
  if (certificate.userAnnotations != null) {
    validateUserAnnotations(certificate.userAnnotations, path.child('userAnnotations'), errors);
  }
  const keyType = certificate.keyType ?? '';
  if (!keyTypes.includes(keyType)) {
    errors.notSupported('volume/certificate-key', path.child('keyType'), keyType, keyTypes);
  }
  const seconds = certificate.maxExpirationSeconds;
  const longest = isKubernetesSigner(signer) ? longestKubernetesExpiration : longestExpiration;
  if (seconds != null && (seconds < hour || seconds > longest)) {
    const detail = `must lie between ${hour} and ${longest} seconds`;
    errors.invalid('volume/certificate-expiration', path.child('maxExpirationSeconds'), seconds, detail);
  }
  validatePaths(certificate, path, written, errors);
}

function validatePaths(
  certificate: PodCertificateProjection,
  path: FieldPath,
  written: WrittenPaths,
  errors: FieldErrors,
): void {
  let paths = 0;
  for (const member of ['credentialBundlePath', 'keyPath', 'certificateChainPath'] as const) {
    const target = certificate[member] ?? '';
    if (target === '') continue;
    paths++;
    validateVolumePath(target, path.child(member), errors);
    written.add(target);
  }
  if (paths === 0) {
    errors.required('volume/source', path, 'credentialBundlePath, keyPath or certificateChainPath is needed');
  }
}

/** ValidateUserAnnotations */
function validateUserAnnotations(
  annotations: Readonly<Record<string, string | null | undefined>>,
  path: FieldPath,
  errors: FieldErrors,
): void {
  const rule = 'volume/certificate-annotation';
  let bytes = 0;
  for (const key of Object.keys(annotations)) {
    if (key === '') errors.required(rule, path, '');
    else for (const problem of domainPrefixedKeyProblems(key.toLowerCase())) errors.invalid(rule, path, key, problem);
    bytes += Buffer.byteLength(key) + Buffer.byteLength(annotations[key] ?? '');
  }
  if (bytes > annotationBytes) errors.tooLong(rule, path, annotationBytes);
}
