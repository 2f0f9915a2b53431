import { imageOf } from '../../graph/image-of';
import type { WorkloadContainer } from '../../graph/workload';
import { imagePorts } from '../../kubernetes/image-ports';
import { shortPathOf } from '../../kubernetes/images';

/** The TCP ports that a well-known image listens on; undefined where it is none, or is told otherwise. */
export function knownPortsOf(container: WorkloadContainer): readonly number[] | undefined {
  const repository = shortPathOf(imageOf(container));
  return Object.hasOwn(imagePorts, repository) && !isTold(container) ? imagePorts[repository] : undefined;
}

/** Whether arguments, variables or files may give it another port. */
function isTold({ container }: WorkloadContainer): boolean {
  const { command, args, env, envFrom, volumeMounts } = container;
  return [command, args, env, envFrom, volumeMounts].some((list) => (list ?? []).length > 0);
}
