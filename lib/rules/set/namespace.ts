import { nearest, quoteList } from '../../kubernetes/wording';
import { deployment } from '../example-manifests';
import { defineRule } from '../rule';

const namespace = (name: string): string => `
---
apiVersion: v1
kind: Namespace
metadata: { name: ${name} }
`;
const web = (name: string): string => deployment('web', 'app: web', { namespace: name });

export const setNamespace = defineRule({
  id: 'set/namespace',
  class: 'broken',
  severity: 'warning',
  on: ['set'],
  summary: 'In a set that makes its namespaces, objects stand in one of them, or in one that the target has.',
  why: 'The API server refuses objects of a namespace that is not there: namespaces "shop" not found.',
  fix: 'Add the Namespace, correct the name, or tell the target that it is there, under `exists`.',
  symptoms: ['namespaces not found', 'NotFound on apply'],
  good: [
    { manifests: namespace('shop') + web('shop') },
    { title: 'a set that makes none', manifests: web('shop') },
    {
      title: 'one that the target has',
      manifests: namespace('shop') + web('stock'),
      target: { exists: [{ kind: 'Namespace', name: 'stock' }] },
    },
    { title: 'one of every cluster', manifests: namespace('shop') + web('kube-system') },
  ],
  bad: [
    { title: 'spelt otherwise', manifests: namespace('shop') + web('shopp'), finds: ['metadata.namespace'] },
    { title: 'not in the set', manifests: namespace('shop') + web('warehouse'), finds: ['metadata.namespace'] },
  ],
  *check(graph) {
    const known = graph.names('Namespace', '');
    if (known.length === 0) return;
    const told = new Set<string>(known);
    for (const object of graph.objects) {
      const name = object.ref.namespace ?? '';
      if (name === '' || object.namespace === '' || told.has(name)) continue;
      // Once is enough: the others of that namespace have the same fault.
      told.add(name);
      if (graph.target.has('Namespace', '', name)) continue;
      const near = nearest(name, known);
      yield {
        ...{ object, field: 'metadata.namespace' },
        message: `the set makes the namespaces ${quoteList(known.slice(0, 5))}, and not '${name}'${near === undefined ? '' : `; '${near}' is the nearest`}`,
        edits: near === undefined ? [] : [{ set: 'metadata.namespace', value: near }],
      };
    }
  },
});
