import type { Rule } from '../rule';
import { isolationHostNetwork } from './host-network';
import { isolationHostPort } from './host-port';
import { isolationOpenToAll } from './open-to-all';

export const isolationRules: readonly Rule[] = [isolationHostNetwork, isolationHostPort, isolationOpenToAll];
