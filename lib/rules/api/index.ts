import type { Rule } from '../rule';
import { apiDeprecated } from './deprecated';

export const apiRules: readonly Rule[] = [apiDeprecated];
