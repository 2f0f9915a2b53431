import type { Rule } from './rule';
import { serviceSelector } from './service/selector';

/** Every rule over a set of manifests. */
export const rules: readonly Rule[] = [serviceSelector];
