import type { Rule } from '../rule';
import { istioDestination } from './destination';
import { istioGateway } from './gateway';
import { istioServer } from './server';

export const istioRules: readonly Rule[] = [istioDestination, istioGateway, istioServer];
