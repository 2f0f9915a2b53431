import type { Rule } from '../rule';
import { bindingParties } from './binding';

export const rbacRules: readonly Rule[] = [bindingParties];
