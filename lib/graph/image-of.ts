import { imageNameOf } from '../kubernetes/images';
import { textOf } from '../manifests/untyped';
import { once } from './once';
import type { WorkloadContainer } from './workload';

/** The name of the image of a container. Read once: many rules know things by their images. */
export const imageOf = once(({ container }: WorkloadContainer) => imageNameOf(textOf(container.image)));
