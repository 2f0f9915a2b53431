/**
 * How fast 3,000 documents are validated, against what one would expect anyone to take: ajv alone over the same schemas, and a process
 * that does nothing.
 *
 *     npm run build && npx tsx bench/validation.ts
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import schemas from '../lib/kubernetes/schemas.json';
import { newestMinor } from '../lib/kubernetes/versions';
import { validateManifest } from '../lib/validation/validate-manifest';
import { jsonSchemas } from '../scripts/schemas/json-schema';
import { documents } from './documents';
import { inTurns, printPair, timed } from './measure';
import { newFolder } from './folders';
import { processTime } from './processes';

const limit = 3;
const warmUps = 40;

const docs = documents() as { apiVersion: string; kind: string }[];
const validators = ajvValidators();
const byAjv = (): void => {
  for (const document of docs) {
    if (validators.get(`${document.apiVersion} ${document.kind}`)?.(document) !== true)
      throw new Error('ajv refuses it');
  }
};
const byUs = (): void => {
  for (const document of docs) if (validateManifest(document).length > 0) throw new Error('we refuse it');
};

const turns = (rounds: number) =>
  inTurns(
    rounds,
    () => timed(byUs),
    () => timed(byAjv),
  );
turns(warmUps);
const warm = turns(21);
printPair(`validateManifest, ${docs.length} documents, warm`, 'ajv alone', warm, limit);

const built = join(__dirname, '../build/lib/index.js');
if (existsSync(built)) {
  const program = freshProgram();
  const fresh = inTurns(
    15,
    () => processTime(process.execPath, [program]),
    () => processTime(process.execPath, ['-e', '0']),
  );
  printPair(`a fresh process, ${docs.length} documents`, 'node -e 0', fresh, limit);
} else {
  console.log('a fresh process: not measured, npm run build first');
}

/** A program that loads the compiled library, makes the documents in memory and validates them: its file. */
function freshProgram(): string {
  const folder = newFolder();
  const source = readFileSync(join(__dirname, 'documents.ts'), 'utf8');
  const { outputText } = transpileModule(source, {
    compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2023 },
  });
  const program = `const { validateManifest } = require(${JSON.stringify(built)});
    for (const document of documents()) if (validateManifest(document).length > 0) throw new Error('we refuse it');`;
  const file = join(folder, 'fresh.cjs');
  writeFileSync(file, `${outputText}\n${program}\n`);
  return file;
}

function ajvValidators(): Map<string, ValidateFunction> {
  const { kinds, definitions } = jsonSchemas(schemas, newestMinor);
  const ajv = new Ajv({ strict: false, validateSchema: false });
  ajv.addSchema({ $id: 'kubernetes', definitions });
  return new Map(
    [...new Set(docs.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`))].map((kind) => {
      const validator = ajv.getSchema(`kubernetes#/definitions/${kinds.get(kind) ?? ''}`);
      if (validator === undefined) throw new Error(`no schema of ${kind}`);
      return [kind, validator];
    }),
  );
}
