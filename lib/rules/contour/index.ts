import type { Rule } from '../rule';
import { contourRoot } from './root';
import { contourTls } from './tls';

export const contourRules: readonly Rule[] = [contourRoot, contourTls];
