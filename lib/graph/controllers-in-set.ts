import { makes, type AnnotationFamily } from '../controllers/annotations';
import type { ConfigMap, Service } from '../kubernetes/api';
import { publisherOf } from '../kubernetes/images';
import { itemsOf, textOf, valueAt } from '../manifests/untyped';
import type { Graph } from './graph';
import { imageOf } from './image-of';
import type { SetObject } from './set-object';
import type { Workload, WorkloadContainer } from './workload';

/** A flag of a container, `--publish-service=ingress/controller`. */
export interface ControllerFlag {
  /** Without dashes, in lower case: `publish-service`. */
  readonly name: string;
  /** `true` where it stands alone. */
  readonly value: string;
  /** Where it stands: `spec.template.spec.containers[0].args[2]`. */
  readonly field: string;
}

/** An ingress controller that the set installs. */
export interface ControllerInSet {
  readonly make: AnnotationFamily;
  readonly workload: Workload;
  readonly container: WorkloadContainer;
  readonly flags: readonly ControllerFlag[];
  /** Where it reads its settings; undefined where it names none, or one outside the set. */
  readonly configMap: SetObject<ConfigMap> | undefined;
  /** The Services in front of it. */
  readonly services: readonly SetObject<Service>[];
}

/** The ingress controllers of a set, known by their images. */
export function controllersIn(graph: Graph): readonly ControllerInSet[] {
  return graph.pods.all.flatMap((workload) => {
    if (workload.ends) return [];
    return workload.containers.flatMap((container) => {
      const make = container.stays ? makeOfImage(imageOf(container)) : undefined;
      return make === undefined || !isServer(container) ? [] : [controller(graph, make, workload, container)];
    });
  });
}

/** Some images hold helpers of the controller too: Contour's looks after Envoy, and makes certificates. */
function isServer({ container }: WorkloadContainer): boolean {
  const words = [...itemsOf(container.command), ...itemsOf(container.args)].map(textOf);
  return !words.some((word) => /^(?:envoy|bootstrap|certgen|gateway-provisioner|shutdown-manager)$/.test(word));
}

function controller(
  graph: Graph,
  make: AnnotationFamily,
  workload: Workload,
  container: WorkloadContainer,
): ControllerInSet {
  const flags = flagsOf(container);
  const named = (flags.find(({ name }) => name === 'configmap' || name === 'nginx-configmaps')?.value ?? '').split('/');
  const [name = ''] = named.slice(-1);
  const configMap = graph.find('ConfigMap', namespaceOf(named, workload), name);
  return { make, workload, container, flags, configMap, services: graph.servicesOf(workload) };
}

/** The namespace of `NAMESPACE/NAME` in a flag, where `$(POD_NAMESPACE)` is the controller's own. */
export function namespaceOf(parts: readonly string[], workload: Workload): string {
  const [namespace = ''] = parts.length > 1 ? parts : [];
  return namespace === '' || namespace.startsWith('$(') ? workload.namespace : namespace;
}

/** The make that an image is of, from whichever registry it comes. */
export const makeOfImage = publisherOf(makes);

function flagsOf({ container, field }: WorkloadContainer): ControllerFlag[] {
  return (['command', 'args'] as const).flatMap((list) => {
    const texts = itemsOf(valueAt(container, list)).map(textOf);
    return texts.flatMap((text, index) => {
      const [, name, equals, value = ''] = /^--?([A-Za-z][\w.[\]-]*)(=?)([^]*)$/.exec(text) ?? [];
      if (name === undefined) return [];
      // `--flag value` is written as two arguments.
      const next = texts[index + 1] ?? '-';
      const said = equals === '=' ? value : next.startsWith('-') ? 'true' : next;
      return [{ name: name.toLowerCase(), value: said, field: `${field}.${list}[${index}]` }];
    });
  });
}

/** The value of a flag, by any of its names in lower case. */
export function flagOf({ flags }: ControllerInSet, ...names: readonly string[]): string | undefined {
  return flags.find(({ name }) => names.includes(name))?.value;
}
