import { repositoryOf } from '../kubernetes/images';
import { textOf } from '../manifests/untyped';
import { once } from './once';
import type { WorkloadContainer } from './workload';

/** Where the image of a container comes from. Read once: many rules know things by their images. */
export const imageOf = once(({ container }: WorkloadContainer) => repositoryOf(textOf(container.image)));
