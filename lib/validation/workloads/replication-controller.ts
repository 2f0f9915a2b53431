import { FieldPath } from '../../findings/field-path';
import type { ObjectMeta, PodTemplateSpec } from '../../kubernetes/api';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateLabels } from '../labels';
import { validatePodTemplateSpec } from '../pod/pod-spec';
import { validateReadOnlyDisks } from '../pod/volumes/read-only-disks';
import { validateCounts } from './counts';
import { validateRunsForGood } from './replicated-template';

const specPath = FieldPath.of('spec');
const templatePath = specPath.child('template');
const labelsPath = FieldPath.of('metadata').child('labels');

type Labels = NonNullable<ObjectMeta['labels']>;

interface ReplicationControllerSpec {
  readonly minReadySeconds?: number | null;
  readonly replicas?: number | null;
  readonly selector?: Labels | null;
  readonly template?: PodTemplateSpec | null;
}

/** What is read of one: nothing else of this library is about this kind. */
export interface ReplicationController {
  readonly metadata?: ObjectMeta | null;
  readonly spec?: ReplicationControllerSpec | null;
}

/**
 * ValidateReplicationController but for the metadata; the status of a new object is dropped. The labels of the template are those of the
 * controller, and its selector, where it has none (SetDefaults_ReplicationController).
 */
export function validateReplicationController(
  controller: ReplicationController,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const spec = controller.spec ?? {};
  const labels = spec.template?.metadata?.labels ?? {};
  if (isEmpty(controller.metadata?.labels)) validateLabels(labels, labelsPath, errors);
  const selector = isEmpty(spec.selector) ? labels : (spec.selector ?? {});
  if (isEmpty(selector)) errors.required('workload/selector', specPath.child('selector'), '');
  validateCounts(spec, ['replicas', 'minReadySeconds'], specPath, errors);
  if (spec.template == null) {
    errors.required('workload/template', templatePath, '');
    return;
  }
  validateTemplate(spec.template, selector, spec.replicas ?? 1, context, errors);
}

/** ValidatePodTemplateSpecForRC */
function validateTemplate(
  template: PodTemplateSpec,
  selector: Labels,
  replicas: number,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const labels = template.metadata?.labels ?? {};
  if (
    !Object.entries(selector).every(
      ([key, value]) => Object.hasOwn(labels, key) && (labels[key] ?? '') === (value ?? ''),
    )
  ) {
    const path = templatePath.child('metadata').child('labels');
    errors.invalid('workload/selector-match', path, labels, 'the labels of the template do not match the selector');
  }
  validatePodTemplateSpec(template, templatePath, context, errors);
  if (replicas > 1) validateReadOnlyDisks(template, templatePath, context, errors);
  validateRunsForGood(template, templatePath, errors);
}

function isEmpty(labels: Labels | null | undefined): boolean {
  return Object.keys(labels ?? {}).length === 0;
}
