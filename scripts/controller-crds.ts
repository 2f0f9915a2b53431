/**
 * Writes lib/constructs/controllers/crds/NAME.json: the CustomResourceDefinitions that a controller cannot run without, whole but for the
 * descriptions, which are nine tenths of them.
 *
 *     npx tsx scripts/controller-crds.ts NAME FILE...
 *
 * A FILE is the YAML that the project ships, or JSON with a definition a line, compressed or not. Name the origin in crds/NOTICE.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseAllDocuments } from 'yaml';

interface Definition {
  readonly kind?: string;
  readonly metadata: { readonly name: string };
  readonly spec: object;
}

const [name, ...files] = process.argv.slice(2);
if (name === undefined || !/^[a-z0-9-]+$/.test(name) || files.length === 0) {
  console.error('usage: npx tsx scripts/controller-crds.ts NAME FILE...');
  process.exit(2);
}
const definitions = files
  .flatMap(read)
  .filter((one): one is Definition => one?.kind === 'CustomResourceDefinition')
  .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1))
  .map(({ metadata, spec }) => JSON.stringify({ name: metadata.name, spec: withoutDescriptions(spec) }));
writeFileSync(join(__dirname, `../lib/constructs/controllers/crds/${name}.json`), `[\n${definitions.join(',\n')}\n]\n`);
console.log(`${definitions.length} definitions`);

function read(file: string): readonly (Definition | null)[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  if (/\.json(\.gz)?$/.test(file)) {
    const lines = text.trim().split('\n');
    return lines.map((line) => JSON.parse(line) as Definition);
  }
  return parseAllDocuments(text).map((document) => document.toJS() as Definition | null);
}

/** A property may be named `description`: below `properties` the keys are names of the project's own. */
function withoutDescriptions(value: unknown, isNames = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutDescriptions(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isNames || key !== 'description')
      .map(([key, member]) => [key, withoutDescriptions(member, key === 'properties' && !isNames)]),
  );
}
