import type { Rule } from '../rule';
import { nginxHostTaken } from './host-taken';
import { nginxListener } from './listener';
import { nginxReference } from './reference';

export const nginxRules: readonly Rule[] = [nginxHostTaken, nginxListener, nginxReference];
