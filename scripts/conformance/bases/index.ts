import type { Json } from '../json';
import { otherBases } from './others';
import { podBases } from './pods';
import { rbacBases } from './rbac';
import { routingBases } from './routing';
import { serviceBases } from './services';
import { specialPodBases } from './special-pods';
import { workloadBases } from './workloads';

/** Sound objects of every kind that is validated in full: what the corpus is grown from. */
export const bases: readonly Json[] = [
  ...serviceBases,
  ...routingBases,
  ...podBases,
  ...specialPodBases,
  ...workloadBases,
  ...rbacBases,
  ...otherBases,
];
