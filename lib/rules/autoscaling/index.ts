import type { Rule } from '../rule';
import { fixedReplicas } from './fixed-replicas';
import { autoscalerTarget } from './target';
import { twoAutoscalers } from './two-autoscalers';

export const autoscalingRules: readonly Rule[] = [fixedReplicas, autoscalerTarget, twoAutoscalers];
