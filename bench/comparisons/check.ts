import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import schemas from '../../lib/kubernetes/schemas.json';
import { newestMinor } from '../../lib/kubernetes/versions';
import { printYaml } from '../../lib/manifests/print-yaml';
import { jsonSchemas, type JsonSchema } from '../../scripts/schemas/json-schema';
import type { Comparison } from '../comparison';
import { streamDocuments } from '../documents';
import { processTime } from '../processes';
import { newFolder } from '../folders';
import { inTurns } from '../measure';

const program = join(__dirname, '../../build/lib/cli/main.js');

/** The stream that every program is given: 3,000 documents, some 1.9 MB. */
function stream(folder: string): string {
  const file = join(folder, 'stream.yaml');
  writeFileSync(file, printYaml(streamDocuments()));
  return file;
}

/** Programs of others are taken from the PATH; one that is not there is left out. */
function against(
  peer: string,
  limit: number,
  work: string,
  theirs: (folder: string, file: string) => readonly string[],
): Comparison {
  return {
    ...{ work, against: peer, limit },
    measure(runs) {
      if (spawnSync(peer, ['--help']).error !== undefined) return { leftOut: 'it is not in the PATH' };
      const folder = newFolder();
      const file = stream(folder);
      const [command = '', ...args] = theirs(folder, file);
      return inTurns(
        runs,
        () => processTime(process.execPath, [program, 'check', file, '--format', 'json']),
        () => processTime(command, args, [0, 1]),
      );
    },
  };
}

/** Schemas of the kinds of the stream, in the layout that kubeconform looks for. */
function schemaFolder(folder: string): string {
  const { kinds, definitions } = jsonSchemas(schemas, newestMinor);
  const path = join(folder, 'schemas');
  mkdirSync(path);
  const files = {
    'deployment-apps-v1': 'apps/v1 Deployment',
    'service-v1': 'v1 Service',
    'ingress-networking-v1': 'networking.k8s.io/v1 Ingress',
  };
  for (const [name, kind] of Object.entries(files)) {
    const type = kinds.get(kind) ?? '';
    const schema = { $ref: `#/definitions/${type}`, definitions: reachable(type, definitions) };
    writeFileSync(join(path, `${name}.json`), JSON.stringify(schema));
  }
  return join(path, '{{ .ResourceKind }}{{ .KindSuffix }}.json');
}

/** The definitions that a type is made of, and no others: a reader of all would wait for it. */
function reachable(type: string, definitions: JsonSchema): JsonSchema {
  const found: Record<string, unknown> = {};
  const open = [type];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (Object.hasOwn(found, name)) continue;
    found[name] = definitions[name];
    const text = JSON.stringify(definitions[name]);
    for (const [, below = ''] of text.matchAll(/"#\/definitions\/([^"]+)"/g)) open.push(below);
  }
  return found;
}

export const checks: readonly Comparison[] = [
  against(
    'kubeconform',
    1.5,
    '`exposed-app check` of 3,000 documents, everything on, the whole process',
    (folder, file) => [...['kubeconform', '-strict', '-summary'], ...['-schema-location', schemaFolder(folder), file]],
  ),
  against('kube-linter', 1, 'the same', (_, file) => ['kube-linter', 'lint', file]),
  against('kube-score', 1, 'the same', (_, file) => ['kube-score', 'score', file]),
];
