import type { Json } from './hardened-pod';

/** A change of a hardened pod, and what it breaks: `control field` each, in the order reported. */
export interface ControlCase {
  readonly name: string;
  readonly pod: Json;
  readonly kubernetes?: string;
  readonly breaks: readonly string[];
}

/** Where the container of a hardened pod has its security context. */
export const context = 'spec.containers[0].securityContext';
