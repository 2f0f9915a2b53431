/**
 * Writes what is known of the API's schemas over all known releases: lib/kubernetes/schemas.json, and lib/kubernetes/api.ts from it.
 *
 *     npx tsx scripts/update-schemas.ts FOLDER              FOLDER holds kubernetes-1.NN.json.gz for some or all releases
 *     npx tsx scripts/update-schemas.ts --kubeconfig FILE   asks the cluster of that file, for its own release
 *
 * A release that is not asked for stays as it is in the file. A cluster serves alpha and beta APIs only where it was started with
 * `--runtime-config=api/all=true`; without that, the file loses such kinds of its release (they are named at the end).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SchemaFile } from '../lib/kubernetes/schema-text';
import { kubernetesMinors } from '../lib/kubernetes/versions';
import { printApiTypes } from './schemas/api-types';
import { readCluster } from './schemas/cluster';
import { fold, unfold } from './schemas/compact';
import { servedApi, type OpenApiDocument, type ServedApi } from './schemas/openapi';

const schemaFile = join(__dirname, '../lib/kubernetes/schemas.json');
const typesFile = join(__dirname, '../lib/kubernetes/api.ts');

const [first, second] = process.argv.slice(2);
if (first === undefined || (first === '--kubeconfig' && second === undefined)) {
  console.error('usage: npx tsx scripts/update-schemas.ts FOLDER | --kubeconfig FILE');
  process.exit(2);
}

const asked = first === '--kubeconfig' ? clusterRelease(second as string) : folderReleases(first);
const known = existsSync(schemaFile) ? (JSON.parse(readFileSync(schemaFile, 'utf8')) as SchemaFile) : undefined;
const releases = new Map<number, ServedApi>();
for (const minor of kubernetesMinors) {
  const served = asked.get(minor) ?? (known === undefined ? undefined : unfold(known, minor));
  if (served !== undefined && served.kinds.size > 0) releases.set(minor, served);
}
const file = fold(releases);
writeFileSync(schemaFile, printFile(file));
writeFileSync(typesFile, printApiTypes(file));
console.log(`${Object.keys(file.kinds).length} kinds, ${Object.keys(file.types).length} types`);
for (const [minor, { kinds }] of asked) {
  const before = known === undefined ? [] : [...unfold(known, minor).kinds.keys()];
  const lost = before.filter((kind) => !kinds.has(kind));
  if (lost.length > 0) console.log(`no longer in 1.${minor}: ${lost.join(', ')}`);
}

function folderReleases(folder: string): Map<number, ServedApi> {
  const found = new Map<number, ServedApi>();
  for (const minor of kubernetesMinors) {
    const path = join(folder, `kubernetes-1.${minor}.json.gz`);
    if (!existsSync(path)) continue;
    found.set(minor, servedApi(JSON.parse(gunzipSync(readFileSync(path)).toString()) as OpenApiDocument));
  }
  return found;
}

function clusterRelease(kubeconfig: string): Map<number, ServedApi> {
  const { minor, document } = readCluster(kubeconfig);
  if (!kubernetesMinors.some((one) => one === minor)) {
    throw new Error(`Kubernetes 1.${minor} is not known: add it to lib/kubernetes/versions.ts first`);
  }
  return new Map([[minor, servedApi(document)]]);
}

/** One kind and one type a line: a new release then shows as a difference that can be read. */
function printFile({ kinds, types }: SchemaFile): string {
  const lines = (entries: object): string =>
    Object.entries(entries)
      .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
      .join(',\n');
  return `{"kinds":{\n${lines(kinds)}\n},\n"types":{\n${lines(types)}\n}}\n`;
}
