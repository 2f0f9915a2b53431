import type { Rule } from '../rule';
import { fluxSubstitution } from './flux-substitution';
import { setNamespace } from './namespace';
import { sameObject } from './same-object';

export const setRules: readonly Rule[] = [fluxSubstitution, setNamespace, sameObject];
