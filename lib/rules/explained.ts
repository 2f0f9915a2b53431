import { rules } from '.';
import type { Rule } from './rule';

/**
 * Every rule with its text and its examples. The build keeps them in a file of their own (scripts/quick-load.ts), since no check reads them: what
 * explains rules asks here.
 */
export const explainedRules = rules as readonly Rule[];
