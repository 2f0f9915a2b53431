import type { Rule } from '../rule';
import { budgetBlocksDrain } from './blocks-drain';
import { budgetSelector } from './selector';
import { twoBudgets } from './two-budgets';

export const disruptionRules: readonly Rule[] = [budgetBlocksDrain, budgetSelector, twoBudgets];
