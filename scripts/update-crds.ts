/**
 * Writes lib/validation/custom-resources/definitions/: the CustomResourceDefinitions that are known without being given, as far as validation
 * reads them.
 *
 *     npm run update-crds -- FOLDER     FOLDER holds NAME-VERSION.json.gz, a CustomResourceDefinition a line
 *
 * Such a line is what `kubectl get crd NAME -o json` prints, on one line; descriptions are left out.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

interface Definition {
  readonly spec: {
    readonly group: string;
    readonly scope: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly served: boolean;
      readonly schema?: unknown;
      readonly subresources?: { readonly status?: unknown };
    }[];
  };
}

const target = join(__dirname, '../lib/validation/custom-resources/definitions');
/** The experimental channel of the Gateway API has the same kinds; a cluster has one of the two. */
const leftOut = /experimental/;

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error(
    'usage: npm run update-crds -- FOLDER    (FOLDER holds NAME-VERSION.json.gz, a CustomResourceDefinition a line)',
  );
  process.exit(2);
}
for (const file of readdirSync(folder).sort()) {
  const match = /^(.+?)-(\d[\w.]*)(?:-\w+)?\.json\.gz$/.exec(file);
  if (match === null || leftOut.test(file)) continue;
  const lines = gunzipSync(readFileSync(join(folder, file)))
    .toString()
    .trim()
    .split('\n');
  const definitions = lines.map((line) => JSON.stringify(compact(JSON.parse(line) as Definition)));
  writeFileSync(join(target, `${match[1] ?? ''}.json`), `[\n${definitions.join(',\n')}\n]\n`);
  console.log(`${match[1] ?? ''} ${match[2] ?? ''}: ${definitions.length} kinds`);
}

function compact({ spec: { group, scope, names, versions } }: Definition): object {
  return {
    kind: 'CustomResourceDefinition',
    spec: {
      group,
      scope,
      names: { kind: names.kind },
      versions: versions
        .filter(({ served }) => served)
        .map(({ name, served, schema, subresources }) => ({
          name,
          served,
          ...(subresources?.status === undefined ? {} : { subresources: { status: {} } }),
          schema: bare(schema),
        })),
    },
  };
}

/** Without what only people read. A property may be named `description`, and stays. */
function bare(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => bare(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, member]) => isMap || key !== 'description' || typeof member !== 'string',
  );
  return Object.fromEntries(
    entries.map(([key, member]) => [
      key,
      key === 'default' ? (member as unknown) : bare(member, key === 'properties' && !isMap),
    ]),
  );
}
