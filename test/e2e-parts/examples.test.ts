import { join, resolve } from 'node:path';
import { podTemplateOf } from '../e2e/objects';
import { rewriteSet } from '../e2e/rewrite/rewrite-set';
import { readSets } from '../e2e/sets';
import { facts, optionsOf } from './facts';

const sets = readSets(join(resolve(__dirname, '../..'), 'dist'));
const kinds = new Map(facts.kinds);
for (const { apiVersion, kind } of sets.flatMap(({ documents }) => documents)) {
  if (!kinds.has(`${apiVersion} ${kind}`)) kinds.set(`${apiVersion} ${kind}`, true);
}

test.each(sets.map((set) => [set.name, set] as const))('%s stays within namespaces of its own', (name, set) => {
  const rewritten = rewriteSet(set, { image: 'echo:1' }, optionsOf(), { ...facts, kinds });
  const { documents, standIns, namespaceObjects, asWritten } = rewritten;
  expect(asWritten).toHaveLength(set.documents.filter(({ kind }) => kind !== 'Namespace').length);
  expect(documents).toHaveLength(asWritten.length);
  for (const { apiVersion, kind, metadata } of [...documents, ...standIns]) {
    if (kinds.get(`${apiVersion} ${kind}`) !== false) expect(metadata.namespace).toMatch(new RegExp(`^e2e-${name}`));
  }
  for (const { metadata } of namespaceObjects) expect(metadata.labels).toHaveProperty('exposed-app-e2e/set', name);
  const images = [...documents, ...standIns].flatMap((document) => {
    const { containers = [], initContainers = [] } = podTemplateOf(document)?.spec ?? {};
    return [...containers, ...initContainers].map((container) => container['image']);
  });
  expect(new Set(images)).toEqual(new Set(['echo:1']));
});
