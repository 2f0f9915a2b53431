import * as fs from 'node:fs';
import * as path from 'node:path';
import * as typescript from 'typescript';

/** The echo server as one text of JavaScript, for `node -e`. */
export function echoProgram(): string {
  const source = fs.readFileSync(path.join(__dirname, 'echo-server.ts'), 'utf8');
  const compilerOptions = {
    module: typescript.ModuleKind.CommonJS,
    target: typescript.ScriptTarget.ES2022,
    removeComments: true,
  };
  return typescript.transpileModule(source, { compilerOptions }).outputText;
}
