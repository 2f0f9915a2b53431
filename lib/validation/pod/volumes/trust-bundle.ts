import type { FieldPath } from '../../../findings/field-path';
import type { ClusterTrustBundleProjection } from '../../../kubernetes/api';
import type { Problems } from '../../../kubernetes/names';
import { dns1123SubdomainProblems } from '../../../kubernetes/names';
import type { FieldErrors } from '../../field-errors';
import { validateLabelSelector } from '../../labels';
import { validateVolumePath } from './paths';
import { validateSignerName } from './signer-name';
import { requireMembers } from './volume-source';
import type { WrittenPaths } from './written-paths';

/** The part of validateProjectionSources on cluster trust bundles. */
export function validateClusterTrustBundle(
  bundle: ClusterTrustBundleProjection,
  path: FieldPath,
  written: WrittenPaths,
  errors: FieldErrors,
): void {
  const { name, signerName, labelSelector } = bundle;
  const target = bundle.path ?? '';
  if (name != null && signerName != null) {
    errors.invalid('volume/trust-bundle', path, bundle, 'name and signerName exclude each other');
  } else if (name != null) {
    validateName(name, path.child('name'), errors);
    if (labelSelector != null) {
      const detail = 'selects among the bundles of a signer, not with a name';
      errors.invalid('volume/trust-bundle', path.child('labelSelector'), labelSelector, detail);
    }
  } else if (signerName != null) {
    validateSignerName(signerName, path.child('signerName'), errors);
    validateLabelSelector(labelSelector, path.child('labelSelector'), {}, errors);
  } else {
    errors.required('volume/trust-bundle', path, 'name or signerName is needed');
  }
  requireMembers(bundle, ['path'], path, errors);
  validateVolumePath(target, path.child('path'), errors);
  written.add(target);
}

function validateName(name: string, path: FieldPath, errors: FieldErrors): void {
  if (name === '') errors.required('volume/trust-bundle', path, 'must be the name of a ClusterTrustBundle');
  for (const problem of bundleNameProblems(name)) errors.invalid('volume/trust-bundle', path, name, problem);
}

/** ValidateClusterTrustBundleName: the bundle of a signer is named `<signer, with ':' for '/'>:<name>`. */
function bundleNameProblems(name: string): Problems {
  const colon = name.lastIndexOf(':');
  // a signer without a name of its own leaves the whole text to be the name
  if (colon === 0) return ["must not contain ':' without a signer before it"];
  if (name.slice(0, Math.max(colon, 0)).includes('/'))
    return ["the signer before the last ':' is written with ':' for '/'"];
  return dns1123SubdomainProblems(name.slice(colon + 1));
}
