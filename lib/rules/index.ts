import type { Rule } from './rule';
import { serviceSelector } from './service/selector';
import { targetPort } from './service/target-port';

/** Every rule over a set of manifests. */
export const rules: readonly Rule[] = [serviceSelector, targetPort];
