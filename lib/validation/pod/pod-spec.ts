import type { FieldPath } from '../../findings/field-path';
import type { ObjectMeta, PodSpec, PodTemplateSpec } from '../../kubernetes/api';
import { dns1123SubdomainProblems } from '../../kubernetes/names';
import type { ValidationContext } from '../context';
import type { FieldErrors } from '../field-errors';
import { validateAnnotations, validateLabels } from '../labels';
import { effectiveName } from '../metadata';
import { mirrorPodAnnotation, validatePodAnnotations } from './annotations';
import { validateAllContainers } from './containers';
import { validateDns } from './dns';
import { validateHostAliases } from './host-aliases';
import { validateIdentity } from './identity';
import { withoutImageVolumes } from './image-volumes';
import { validateOs } from './os';
import { validateOverhead } from './overhead';
import { validatePodResourceClaims } from './pod-resource-claims';
import type { PodRules } from './pod-rules';
import { validatePodSecurityContext } from './pod-security-context';
import { validateProfileAnnotations } from './profile-annotations';
import { validateScheduling } from './scheduling';
import { validateVolumes } from './volumes';

/** ValidatePodTemplateSpec: of the metadata of a template, only labels and annotations are looked at. */
export function validatePodTemplateSpec(
  template: PodTemplateSpec,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const metadata = template.metadata ?? {};
  validateLabelsAndAnnotations(template, path, errors);
  const owner = { kind: 'template', metadata, annotationsPath: path.child('annotations') } as const;
  validatePodSpec(template.spec ?? {}, owner, path.child('spec'), context, errors);
}

/** Labels and annotations of a template whose spec is not looked at: profiles in annotations need not agree with its fields. */
export function validatePodTemplateMetadata(
  template: PodTemplateSpec,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  validateLabelsAndAnnotations(template, path, errors);
  const spec = containerNames(template.spec ?? {});
  const pod: PodRules = {
    kind: 'template',
    spec,
    volumes: new Map(),
    context,
    annotations: template.metadata?.annotations,
  };
  validateProfileAnnotations(pod, path.child('annotations'), path.child('spec'), errors);
}

function validateLabelsAndAnnotations(template: PodTemplateSpec, path: FieldPath, errors: FieldErrors): void {
  const metadata = template.metadata ?? {};
  if (metadata.labels != null) validateLabels(metadata.labels, path.child('labels'), errors);
  if (metadata.annotations == null) return;
  validateAnnotations(metadata.annotations, path.child('annotations'), errors);
  validatePodAnnotations(metadata.annotations, template.spec ?? {}, path.child('annotations'), errors);
}

/** The containers of a pod, of which nothing but the name is left. */
function containerNames(spec: PodSpec): PodSpec {
  const lists = (['containers', 'initContainers', 'ephemeralContainers'] as const).map((list) => {
    return [list, spec[list]?.map((container) => ({ name: container?.name }))];
  });
  return Object.fromEntries(lists) as PodSpec;
}

/** The object that a pod spec belongs to. */
export interface PodSpecOwner {
  /** A Pod of its own, or the template of a workload. */
  readonly kind: 'pod' | 'template';
  readonly metadata: ObjectMeta;
  /** Where the server reports what is wrong with annotations: for a template, beside the metadata. */
  readonly annotationsPath: FieldPath;
}

/** ValidatePodSpec, and what ValidatePodCreate and ValidatePodTemplateSpec both add to it. */
export function validatePodSpec(
  given: PodSpec,
  { kind, metadata, annotationsPath }: PodSpecOwner,
  path: FieldPath,
  context: ValidationContext,
  errors: FieldErrors,
): void {
  const spec = withoutImageVolumes(given, context);
  const podName = kind === 'pod' ? effectiveName(metadata) : '';
  const volumes = validateVolumes(spec.volumes, path.child('volumes'), { kind, context, podName }, errors);
  const pod: PodRules = { kind, spec, volumes, context, annotations: metadata.annotations };
  validateAllContainers(pod, path, errors);
  validatePodSecurityContext(pod, path.child('securityContext'), errors);
  validateProfileAnnotations(pod, annotationsPath, path, errors);
  const isMirrorPod = kind === 'pod' && Object.hasOwn(metadata.annotations ?? {}, mirrorPodAnnotation);
  validatePodResourceClaims(spec.resourceClaims, isMirrorPod, path.child('resourceClaims'), context, errors);
  validateScheduling(spec, kind === 'pod' ? (metadata.labels ?? {}) : undefined, path, context, errors);
  validateIdentity(spec, path, context, errors);
  validateDns(spec, path, context, errors);
  validateHostAliases(spec.hostAliases, path.child('hostAliases'), context, errors);
  validateRuntime(spec, path, errors);
  validateOverhead(spec.overhead, path.child('overhead'), errors);
  validateOs(spec, path, context, errors);
}

const restartPolicies: readonly string[] = ['Always', 'OnFailure', 'Never'];
const longestDeadline = 2 ** 31 - 1;

/** How the pod is run, and for how long. */
function validateRuntime(spec: PodSpec, path: FieldPath, errors: FieldErrors): void {
  const policy = spec.restartPolicy ?? '';
  if (policy !== '' && !restartPolicies.includes(policy)) {
    errors.notSupported('pod/restart-policy', path.child('restartPolicy'), policy, restartPolicies);
  }
  const deadline = spec.activeDeadlineSeconds;
  if (deadline != null && (deadline < 1 || deadline > longestDeadline)) {
    const detail = `must lie between 1 and ${longestDeadline}`;
    errors.invalid('pod/active-deadline', path.child('activeDeadlineSeconds'), deadline, detail);
  }
  // an empty name is not the same as none
  if (spec.runtimeClassName != null) {
    for (const problem of dns1123SubdomainProblems(spec.runtimeClassName)) {
      errors.invalid('pod/runtime-class', path.child('runtimeClassName'), spec.runtimeClassName, problem);
    }
  }
  if ((spec.ephemeralContainers ?? []).length > 0) {
    errors.forbidden('pod/ephemeral-containers', path.child('ephemeralContainers'), 'are added to running pods only');
  }
}
