import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The pages whose blocks are run: the README and everything below docs/, but for the decisions. */
export function pages(root: string): readonly string[] {
  const below = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' });
  const texts = below.filter((file) => file.endsWith('.md') && !file.startsWith('decisions')).sort();
  return ['README.md', ...texts.map((file) => join('docs', file))];
}
