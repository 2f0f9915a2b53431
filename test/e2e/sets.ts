import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { KubeObject } from './objects';

/** The documents of one file: what is applied, tested and taken away together. */
export interface ManifestSet {
  readonly name: string;
  readonly documents: readonly KubeObject[];
}

/** The sets of a folder, by name. */
export function readSets(folder: string): readonly ManifestSet[] {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.ya?ml$/.test(file));
  return files.sort().map((file) => ({
    name: setName(file),
    documents: parseSet(fs.readFileSync(path.join(folder, file), 'utf8'), file),
  }));
}

/** `shop/web.k8s.yaml` is the set `shop-web`: a name that can be part of a namespace's. */
export function setName(file: string): string {
  return file
    .replace(/(\.k8s)?\.ya?ml$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** @throws Error where the text is no YAML or a document is no object of Kubernetes. */
export function parseSet(text: string, file: string): readonly KubeObject[] {
  const documents = parseAllDocuments(text);
  return documents.flatMap((document) => {
    const [problem] = document.errors;
    if (problem !== undefined) throw new Error(`${file}: ${problem.message}`);
    const value = document.toJS() as KubeObject | null;
    if (value === null) return [];
    if (typeof value !== 'object' || typeof value.kind !== 'string')
      throw new Error(`${file}: a document has no kind.`);
    return [value];
  });
}
