import type { FieldPath } from '../../findings/field-path';
import type { Container, PodSpec } from '../../kubernetes/api';

const lists = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** Shows every container of a pod, whatever its kind, with a way to its path (VisitContainersWithPath). */
export function visitContainers(
  spec: PodSpec,
  path: FieldPath,
  visit: (container: Container, path: () => FieldPath) => void,
): void {
  for (const list of lists) {
    const containers = spec[list];
    if (!containers) continue;
    for (const [position, container] of containers.entries()) {
      visit(container ?? {}, () => path.child(list).index(position));
    }
  }
}
