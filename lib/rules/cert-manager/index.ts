import type { Rule } from '../rule';
import { certManagerIssuer } from './issuer';
import { certManagerSolverClass } from './solver-class';
import { certManagerUnusedSecret } from './unused-secret';

export const certManagerRules: readonly Rule[] = [certManagerIssuer, certManagerSolverClass, certManagerUnusedSecret];
