import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Plugin } from 'esbuild';
import { createSourceFile, forEachChild, isCallExpression, isObjectLiteralExpression, ScriptTarget } from 'typescript';
import type { Node } from 'typescript';

/** What `RuleExplanation` of lib/rules/rule.ts has: nothing that a check reads. */
const explanation: ReadonlySet<string> = new Set(['summary', 'why', 'symptoms', 'references', 'good', 'bad']);

/**
 * Leaves the texts and examples of rules out of a bundle. Who asks for them, by lib/rules/explained.ts, is led to the bundle of that name, which has
 * them.
 *
 * @param root of the project
 * @param folder in which the bundle is written
 * @param explained where the bundle with the explanations is written
 */
export function withoutExplanations(root: string, folder: string, explained: string): Plugin {
  return {
    name: 'without-explanations',
    setup(bundling) {
      bundling.onResolve({ filter: /\/explained$/ }, ({ path, resolveDir }) => {
        if (join(resolveDir, path) !== join(root, 'lib/rules/explained')) return undefined;
        const to = relative(folder, dirname(explained));
        return { path: `./${join(to, basename(explained))}`, external: true };
      });
      bundling.onLoad({ filter: /\/lib\/rules\/.*\.ts$/ }, ({ path }) => ({
        contents: withoutExplanation(readFileSync(path, 'utf8')),
        loader: 'ts',
      }));
    },
  };
}

/** The text of a rule without what explains it. */
export function withoutExplanation(text: string): string {
  const left: string[] = [];
  let at = 0;
  for (const property of explanationsIn(createSourceFile('rule.ts', text, ScriptTarget.Latest, true))) {
    left.push(text.slice(at, property.getFullStart()));
    // with the comma behind it
    at = property.getEnd() + (text[property.getEnd()] === ',' ? 1 : 0);
  }
  return [...left, text.slice(at)].join('');
}

/** The fields of an explanation in calls of `defineRule`, in their order. */
function explanationsIn(node: Node): Node[] {
  const [argument] = isCallExpression(node) && node.expression.getText() === 'defineRule' ? node.arguments : [];
  if (argument !== undefined && isObjectLiteralExpression(argument)) {
    return argument.properties.filter(({ name }) => name !== undefined && explanation.has(name.getText()));
  }
  const found: Node[] = [];
  forEachChild(node, (child) => {
    found.push(...explanationsIn(child));
  });
  return found;
}
