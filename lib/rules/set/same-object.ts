import { isDeepStrictEqual } from 'node:util';
import type { Severity } from '../../findings/finding';
import type { GroupKind } from '../../graph/kinds';
import { nameOf, type SetObject } from '../../graph/set-object';
import { service } from '../example-manifests';
import { defineRule } from '../rule';

const map = (value: string, meta = 'name: settings'): string => `
---
apiVersion: v1
kind: ConfigMap
metadata: { ${meta} }
data: { mode: ${value} }
`;

export const sameObject = defineRule({
  id: 'set/same-object',
  class: 'broken',
  on: ['set'],
  summary: 'Each object stands in the set once.',
  why: 'In the cluster the one applied last overwrites the other, in whichever order they come: what the other says is lost, or the two change back and forth. Argo CD warns, Kustomize refuses.',
  fix: 'Drop one of them, or give it another name or namespace.',
  symptoms: ['RepeatedResourceWarning', 'OutOfSync', 'may not add resource with an already registered id'],
  good: [
    { manifests: map('a') + map('b', 'name: settings, namespace: shop') },
    {
      title: 'names that the server makes up',
      manifests: map('a', 'generateName: run-') + map('b', 'generateName: run-'),
    },
  ],
  bad: [
    { manifests: map('a') + map('b'), finds: ['metadata.name'] },
    {
      title: 'the namespace named in one',
      manifests: map('a') + map('b', 'name: settings, namespace: default'),
      finds: ['metadata.name'],
    },
    { title: 'word by word', manifests: service('') + service(''), finds: ['metadata.name'] },
  ],
  *check(graph) {
    for (const object of graph.objects) {
      // the first one of that name
      const other = graph.find(object.key as GroupKind, object.namespace, object.name);
      if (other === undefined || other === object) continue;
      const severity = severityOf(object, other);
      const differs = severity === 'error' ? 'and they differ' : 'word by word';
      yield {
        ...{ object, field: 'metadata.name', severity },
        message: `${nameOf(object)} stands in the set twice, ${differs}`,
        related: [{ object: other, field: 'metadata.name' }],
      };
    }
  },
});

/** What is the same cannot lose anything, and each folder may bring the namespace that it needs. */
function severityOf(object: SetObject, other: SetObject): Severity {
  if (!isDeepStrictEqual(object.body, other.body)) return 'error';
  return object.key === 'Namespace' ? 'note' : 'warning';
}
