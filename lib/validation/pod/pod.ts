import { FieldPath } from '../../findings/field-path';
import type { Pod, PodSpec } from '../../kubernetes/api';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateAppArmorSync, validatePodAnnotations } from './annotations';
import { serviceAccountOf } from './identity';
import { withoutImageVolumes } from './image-volumes';
import { validatePodSpec } from './pod-spec';

const annotationsPath = FieldPath.of('metadata').child('annotations');
const specPath = FieldPath.of('spec');

/** ValidatePodCreate but for the metadata; the status of a new object is dropped. */
export function validatePod(pod: Pod, context: ValidationContext, errors: FieldErrors): void {
  const metadata = pod.metadata ?? {};
  const spec = withoutImageVolumes(pod.spec ?? {}, context);
  validatePodAnnotations(metadata.annotations, spec, annotationsPath, errors);
  validateAppArmorSync(metadata.annotations, spec, annotationsPath, context, errors);
  validatePodSpec(spec, { kind: 'pod', metadata, annotationsPath }, specPath, context, errors);
  validateTokenAccounts(spec, errors);
  if ((spec.nodeName ?? '') !== '' && (spec.schedulingGates ?? []).length > 0) {
    const detail = 'may not be set while schedulingGates hold the pod back';
    errors.forbidden('pod/node-name-gated', specPath.child('nodeName'), detail);
  }
}

/** Asked of Pods alone: templates get their service account when a pod is made of them. */
function validateTokenAccounts(spec: PodSpec, errors: FieldErrors): void {
  if (serviceAccountOf(spec) !== '') return;
  for (const [position, volume] of (spec.volumes ?? []).entries()) {
    for (const [sourcePosition, source] of (volume?.projected?.sources ?? []).entries()) {
      if (source?.serviceAccountToken == null) continue;
      const sources = specPath.child('volumes').index(position).child('projected').child('sources');
      const path = sources.index(sourcePosition).child('serviceAccountToken');
      errors.forbidden('volume/token-account', path, 'needs spec.serviceAccountName');
    }
  }
}
