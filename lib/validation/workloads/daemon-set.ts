import { FieldPath } from '../../findings/field-path';
import type { DaemonSet, DaemonSetSpec, RollingUpdateDaemonSet } from '../../kubernetes/api';
import { labelSelectorMatcher } from '../../kubernetes/label-selectors';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateLabelSelector } from '../labels';
import { validatePodTemplateSpec } from '../pod/pod-spec';
import { validateReadOnlyDisks } from '../pod/volumes/read-only-disks';
import { validateCounts } from './counts';
import { isZero, validateAtMostAll, validateIntOrPercent } from './int-or-percent';
import { validateNotEmpty, validateRunsForGood, validateTemplateMatches } from './replicated-template';

const specPath = FieldPath.of('spec');
const strategies: readonly string[] = ['OnDelete', 'RollingUpdate'];

/**
 * ValidateDaemonSet but for the metadata; the status of a new object is dropped. The template is looked at whatever the selector is like, and an
 * absent selector is told by the labels that it does not match.
 */
export function validateDaemonSet(daemonSet: DaemonSet, context: ValidationContext, errors: FieldErrors): void {
  const spec = daemonSet.spec ?? {};
  const template = spec.template ?? {};
  const path = specPath.child('template');
  if (spec.selector != null) {
    validateLabelSelector(spec.selector, specPath.child('selector'), {}, errors);
    validateNotEmpty(spec.selector, specPath.child('selector'), errors);
  }
  const matcher = labelSelectorMatcher(spec.selector);
  if (matcher !== undefined) validateTemplateMatches(matcher, template, path, errors);
  validatePodTemplateSpec(template, path, context, errors);
  validateReadOnlyDisks(template, path, context, errors);
  validateRunsForGood(template, path, errors);
  validateCounts(spec, ['minReadySeconds', 'revisionHistoryLimit'], specPath, errors);
  validateStrategy(spec, errors);
}

/** ValidateDaemonSetUpdateStrategy */
function validateStrategy(spec: DaemonSetSpec, errors: FieldErrors): void {
  const path = specPath.child('updateStrategy');
  const given = spec.updateStrategy?.type ?? '';
  const type = given === '' ? 'RollingUpdate' : given;
  if (!strategies.includes(type)) errors.notSupported('workload/strategy', path, type, strategies);
  else if (type === 'RollingUpdate' && spec.updateStrategy?.rollingUpdate != null) {
    validateRollingUpdate(spec.updateStrategy.rollingUpdate, path.child('rollingUpdate'), errors);
  }
}

/** ValidateRollingUpdateDaemonSet: either the old pod of a node goes first, or the new one comes first. */
function validateRollingUpdate(update: RollingUpdateDaemonSet, path: FieldPath, errors: FieldErrors): void {
  const shares = { maxUnavailable: update.maxUnavailable ?? 1, maxSurge: update.maxSurge ?? 0 };
  for (const field of ['maxUnavailable', 'maxSurge'] as const) {
    validateIntOrPercent(shares[field], path.child(field), errors);
    validateAtMostAll(shares[field], path.child(field), errors);
  }
  const goesFirst = !isZero(shares.maxUnavailable);
  const comesFirst = !isZero(shares.maxSurge);
  if (goesFirst && comesFirst) {
    const detail = 'must be 0 where maxUnavailable is not';
    errors.invalid('workload/rolling-update', path.child('maxSurge'), shares.maxSurge, detail);
  } else if (!goesFirst && !comesFirst) {
    errors.required('workload/rolling-update', path.child('maxUnavailable'), 'must not be 0 while maxSurge is 0');
  }
}
