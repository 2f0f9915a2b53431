import { createRequire } from 'node:module';
import type * as Library from '../lib';

/** The library as it is published. `npm run build` comes first. */
export const library = createRequire(__filename)('../build/lib/index.js') as typeof Library;
