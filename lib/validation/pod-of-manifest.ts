import { FieldPath } from '../findings/field-path';
import { itemsOf, textOf, valueAt } from '../manifests/untyped';

/** A container of any of the three lists, with its place. */
export interface ContainerOfPod {
  readonly value: unknown;
  readonly path: FieldPath;
  readonly securityContext: unknown;
  readonly securityContextPath: FieldPath;
}

/** The pod that a manifest asks for, be it a Pod or the template of a controller. */
export interface PodOfManifest {
  /** Is it a Pod itself? Then the API server applies a Pod's defaults before it judges. */
  readonly isPod: boolean;
  readonly annotations: unknown;
  readonly annotationsPath: FieldPath;
  readonly spec: unknown;
  readonly specPath: FieldPath;
  /** Init containers, containers and ephemeral containers, in this order. */
  readonly containers: readonly ContainerOfPod[];
  readonly securityContext: unknown;
  readonly securityContextPath: FieldPath;
}

/** Where kinds keep their pod template: CronJob, then Deployment and its like, then PodTemplate. */
const templatePlaces = [['spec', 'jobTemplate', 'spec', 'template'], ['spec', 'template'], ['template']] as const;

/**
 * The pod that the manifest asks for. A kind that is not built in counts when its template holds a list of containers.
 *
 * @returns undefined where the manifest asks for no pod.
 */
export function podOf(manifest: unknown): PodOfManifest | undefined {
  if (valueAt(manifest, 'kind') === 'Pod') return podAt(manifest, []);
  for (const place of templatePlaces) {
    const template = valueAt(manifest, ...place);
    if (Array.isArray(valueAt(template, 'spec', 'containers'))) return podAt(template, place);
  }
  return undefined;
}

function podAt(pod: unknown, place: readonly string[]): PodOfManifest {
  const spec = valueAt(pod, 'spec');
  const specPath = pathOf(place, 'spec');
  return {
    isPod: place.length === 0,
    annotations: valueAt(pod, 'metadata', 'annotations'),
    annotationsPath: pathOf(place, 'metadata').child('annotations'),
    spec,
    specPath,
    containers: ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) =>
      itemsOf(valueAt(spec, list)).map((value, position) => container(value, specPath.child(list).index(position))),
    ),
    securityContext: valueAt(spec, 'securityContext'),
    securityContextPath: specPath.child('securityContext'),
  };
}

function container(value: unknown, path: FieldPath): ContainerOfPod {
  const securityContextPath = path.child('securityContext');
  return { value, path, securityContext: valueAt(value, 'securityContext'), securityContextPath };
}

/** The path of a field of the template at that place, or of the manifest itself. */
function pathOf(place: readonly string[], field: string): FieldPath {
  return FieldPath.of([...place, field].join('.'));
}

/** Does the pod say that it runs on Windows, where several Linux controls do not apply? */
export function isWindows(pod: PodOfManifest): boolean {
  return textOf(valueAt(pod.spec, 'os', 'name')) === 'windows';
}

/** Does the pod run in a user namespace of its own, so that its root is not the node's? (relaxPolicyForUserNamespacePod) */
export function hasUserNamespace(pod: PodOfManifest): boolean {
  return valueAt(pod.spec, 'hostUsers') === false;
}

/** The pod's own security context and each container's, with their places. */
export function securityContextsOf(
  pod: PodOfManifest,
): readonly { readonly value: unknown; readonly path: FieldPath }[] {
  return [
    { value: pod.securityContext, path: pod.securityContextPath },
    ...pod.containers.map((one) => ({ value: one.securityContext, path: one.securityContextPath })),
  ];
}
