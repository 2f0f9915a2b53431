import { FieldPath } from '../../findings/field-path';
import type { PodTemplateSpec, StatefulSet, StatefulSetSpec, Volume } from '../../kubernetes/api';
import { dns1123LabelProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { withoutImageVolumes } from '../pod/image-volumes';
import { validatePodTemplateMetadata, validatePodTemplateSpec } from '../pod/pod-spec';
import { validatePersistentVolumeClaimSpec } from '../storage/persistent-volume-claim';
import { validateCounts } from './counts';
import { isZero, validateAtMostAll, validateIntOrPercent } from './int-or-percent';
import { validateRunsForGood, validateTemplateMatches, validateWorkloadSelector } from './replicated-template';

const specPath = FieldPath.of('spec');
const podManagementPolicies: readonly string[] = ['OrderedReady', 'Parallel'];
const retentionPolicies: readonly string[] = ['Retain', 'Delete'];

/** ValidateStatefulSet but for the metadata; the status of a new object is dropped. */
export function validateStatefulSet(statefulSet: StatefulSet, context: ValidationContext, errors: FieldErrors): void {
  const spec = statefulSet.spec ?? {};
  validateCounts(spec, ['replicas', 'minReadySeconds'], specPath, errors);
  validateCounts(spec.ordinals ?? {}, ['start'], specPath.child('ordinals'), errors);
  validatePolicies(spec, context, errors);
  validateUpdateStrategy(spec, context, errors);
  const path = specPath.child('template');
  const template = spec.template ?? {};
  const matcher = validateWorkloadSelector(spec.selector, specPath.child('selector'), errors);
  if (matcher !== undefined) {
    validateTemplateMatches(matcher, template, path, errors);
    // ungated, since 1.34; before it only the metadata of the template is looked at
    if (context.minor >= 34) validatePodTemplateSpec(withClaimVolumes(template, spec, context), path, context, errors);
    else validatePodTemplateMetadata(template, path, context, errors);
  }
  if (context.minor >= 34) validateClaims(spec, context, errors);
  validateRunsForGood(template, path, errors);
}

function validatePolicies(spec: StatefulSetSpec, context: ValidationContext, errors: FieldErrors): void {
  const management = spec.podManagementPolicy ?? '';
  if (management !== '' && !podManagementPolicies.includes(management)) {
    const detail = `must be ${podManagementPolicies.join(' or ')}`;
    errors.invalid('stateful-set/pod-management', specPath.child('podManagementPolicy'), management, detail);
  }
  for (const field of ['whenDeleted', 'whenScaled'] as const) {
    const policy = spec.persistentVolumeClaimRetentionPolicy?.[field] ?? '';
    if (policy === '' || retentionPolicies.includes(policy)) continue;
    const path = specPath.child('persistentVolumeClaimRetentionPolicy').child(field);
    errors.notSupported('stateful-set/claim-retention', path, policy, retentionPolicies);
  }
  const serviceName = spec.serviceName ?? '';
  // ungated, since 1.33
  if (serviceName === '' || context.minor < 33) return;
  for (const problem of dns1123LabelProblems(serviceName)) {
    errors.invalid('stateful-set/service-name', specPath.child('serviceName'), serviceName, problem);
  }
}

/** The strategy Recreate belongs to StatefulSetRecreateStrategy, which is off by default. */
function validateUpdateStrategy(spec: StatefulSetSpec, context: ValidationContext, errors: FieldErrors): void {
  const path = specPath.child('updateStrategy');
  const type = spec.updateStrategy?.type ?? '';
  const update = spec.updateStrategy?.rollingUpdate;
  if (type === 'OnDelete') {
    if (update == null) return;
    const detail = "has no place beside type 'OnDelete'";
    errors.invalid('workload/strategy', path.child('rollingUpdate'), update, detail);
  } else if (type === '' || type === 'RollingUpdate') {
    const at = path.child('rollingUpdate');
    validateCounts(update ?? {}, ['partition'], at, errors);
    // MaxUnavailableStatefulSet: on since 1.37
    if (update?.maxUnavailable == null || context.minor < 37) return;
    validateMaxUnavailable(update.maxUnavailable, at.child('maxUnavailable'), errors);
  } else {
    errors.invalid('workload/strategy', path, spec.updateStrategy, "type must be 'RollingUpdate' or 'OnDelete'");
  }
}

/** The part of validateRollingUpdateStatefulSet on maxUnavailable. */
function validateMaxUnavailable(value: string | number, path: FieldPath, errors: FieldErrors): void {
  validateIntOrPercent(value, path, errors);
  if (isZero(value)) errors.invalid('workload/rolling-update', path, value, 'must not be 0');
  validateAtMostAll(value, path, errors);
}

/** validateVolumeClaimTemplates */
function validateClaims(spec: StatefulSetSpec, context: ValidationContext, errors: FieldErrors): void {
  for (const [position, claim] of (spec.volumeClaimTemplates ?? []).entries()) {
    const path = specPath.child('volumeClaimTemplates').index(position).child('spec');
    validatePersistentVolumeClaimSpec(claim?.spec ?? {}, path, context, errors);
  }
}

/**
 * The template with what the controller will put into its pods: the claims as volumes, before all others and in place of those with the same name,
 * and names of its own. The order of the claims is up to the server; this is that of the manifest.
 */
function withClaimVolumes(
  template: PodTemplateSpec,
  spec: StatefulSetSpec,
  context: ValidationContext,
): PodTemplateSpec {
  const podSpec = withoutImageVolumes(template.spec ?? {}, context);
  const claims = new Map<string, Volume>();
  for (const claim of spec.volumeClaimTemplates ?? []) {
    const name = claim?.metadata?.name ?? '';
    claims.set(name, { name, persistentVolumeClaim: { claimName: name } });
  }
  const volumes = [...claims.values(), ...(podSpec.volumes ?? []).filter((volume) => !claims.has(volume?.name ?? ''))];
  return { ...template, spec: { ...podSpec, volumes, hostname: undefined, subdomain: undefined } };
}
