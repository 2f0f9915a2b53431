import { nearest } from '../../kubernetes/wording';
import { deployment } from '../example-manifests';
import { namesOneNamespace } from '../route/one-namespace';
import { defineRule } from '../rule';

const account = (name: string, namespace = 'default'): string => `
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: ${name}, namespace: ${namespace} }
`;
const web = deployment('web', 'app: web', { pod: 'serviceAccountName: web' });
const field = 'spec.template.spec.serviceAccountName';

export const podServiceAccount = defineRule({
  id: 'workload/service-account',
  class: 'broken',
  on: ['workload'],
  summary: 'The ServiceAccount of a pod is in its namespace.',
  why: 'The API server refuses the pods of an account that is not there: "error looking up service account". The Deployment is accepted and has no pods.',
  fix: 'Add the ServiceAccount to the namespace, or tell the target that it is there, under `exists`.',
  symptoms: ['error looking up service account', 'FailedCreate', 'serviceaccount not found', 'no pods at all'],
  good: [
    { manifests: web + account('web') },
    { title: 'a namespace that is left to whoever delivers the set', manifests: web + account('web', 'shop') },
    {
      title: 'that of every namespace',
      manifests: deployment('web', 'app: web', { pod: 'serviceAccountName: default' }),
    },
    {
      title: 'one that the target tells of',
      manifests: web,
      target: { exists: [{ kind: 'ServiceAccount', name: 'web' }] },
    },
  ],
  bad: [
    { title: 'spelt otherwise', manifests: web + account('webb'), finds: [field] },
    {
      title: 'in another namespace',
      manifests: web + account('web', 'shop') + account('web', 'stock'),
      finds: [field],
    },
    { title: 'nowhere, so that another set may make it', manifests: web, finds: [field] },
  ],
  *check({ spec, namespace, template }, { graph }) {
    const name = spec.serviceAccountName ?? '';
    if (name === '' || graph.has('ServiceAccount', namespace, name)) return;
    const [elsewhere] = graph.named('ServiceAccount', name);
    if (elsewhere !== undefined && namesOneNamespace(graph)) return;
    const near = nearest(name, graph.names('ServiceAccount', namespace));
    const hint =
      elsewhere !== undefined
        ? `; there is one in namespace '${elsewhere.namespace}'`
        : near === undefined
          ? ''
          : `; '${near}' is the nearest`;
    const field = `${template}spec.serviceAccountName`;
    yield {
      field,
      message: `namespace '${namespace}' has no ServiceAccount '${name}'${hint}`,
      // Accounts may come with another set, but not where this one has nearly the same.
      severity: hint === '' ? 'warning' : 'error',
      related: elsewhere === undefined ? [] : [{ object: elsewhere, field: 'metadata.namespace' }],
      edits: elsewhere === undefined && near !== undefined ? [{ set: field, value: near }] : [],
    };
  },
});
