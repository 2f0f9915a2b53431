import { allPods, besides } from '../../graph/subjects';
import type { Graph } from '../../graph/graph';
import { isMadeSecret } from '../../graph/secret-makers';
import type { Workload, WorkloadContainer } from '../../graph/workload';
import { isMisspelling } from '../../kubernetes/misspelling';
import { nearest } from '../../kubernetes/wording';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { deployment } from '../example-manifests';
import { namesOneNamespace } from '../route/one-namespace';
import { defineRule, type Problem } from '../rule';

const config = (name: string, namespace = 'default', kind = 'ConfigMap'): string =>
  `\n---\napiVersion: v1\nkind: ${kind}\nmetadata: { name: ${name}, namespace: ${namespace} }\n`;
const web = (container: string): string => deployment('web', 'app: web', { container, namespace: 'default' });
const from = (name: string): string => web(`envFrom: [{ configMapRef: { name: ${name} } }]`);
const field = 'spec.template.spec.containers[0].envFrom[0].configMapRef.name';

export const configMissing = defineRule({
  id: 'workload/config-missing',
  class: 'broken',
  on: ['workload'],
  among: besides(['ConfigMap', 'Secret'], allPods),
  summary: 'A ConfigMap or Secret that a container needs is called as the one that the set has.',
  why: 'A container whose ConfigMap or Secret is not there does not start: its pod stays in CreateContainerConfigError or ContainerCreating, and whoever leads to it answers 503. What other sets may bring is left alone: it is told where this one has nearly the same name, or that name in another namespace.',
  fix: 'Name the object as it is called, with the suffix that Kustomize gave it, and in the namespace of the pod.',
  symptoms: ['CreateContainerConfigError', 'configmap not found', 'secret not found', 'ContainerCreating', '503'],
  good: [
    { manifests: from('web-config') + config('web-config') },
    { title: 'of another set', manifests: from('global-settings') + config('web-config') },
    {
      title: 'one that need not be there',
      manifests: web('envFrom: [{ configMapRef: { name: web-confg, optional: true } }]') + config('web-config'),
    },
  ],
  bad: [
    {
      title: 'without the suffix of Kustomize',
      manifests: from('web-config') + config('web-config-7f6h2k9d5m'),
      finds: [field],
    },
    {
      title: 'with that of yesterday',
      manifests: from('web-config-2bc6df9h4t') + config('web-config-7f6h2k9d5m'),
      finds: [field],
    },
    { title: 'misspelt', manifests: from('web-confg') + config('web-config'), finds: [field] },
    { title: 'in another namespace', manifests: from('web-config') + config('web-config', 'shop'), finds: [field] },
    {
      title: 'a Secret of one variable',
      manifests:
        web('env: [{ name: TOKEN, valueFrom: { secretKeyRef: { name: web-tokn, key: token } } }]') +
        config('web-token', 'default', 'Secret'),
      finds: ['spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.name'],
    },
    {
      title: 'a volume',
      manifests:
        deployment('web', 'app: web', {
          namespace: 'default',
          pod: 'volumes: [{ name: c, configMap: { name: web-confg } }]',
        }) + config('web-config'),
      finds: ['spec.template.spec.volumes[0].configMap.name'],
    },
  ],
  *check(workload, { graph }) {
    for (const wanted of [...workload.containers.flatMap(ofContainer), ...ofVolumes(workload)]) {
      const problem = problemOf(wanted, workload.namespace, graph);
      if (problem !== undefined) yield problem;
    }
  },
});

interface Wanted {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly field: string;
}

function wanted(kind: Wanted['kind'], reference: unknown, field: string, nameField = 'name'): readonly Wanted[] {
  const name = reference === undefined ? '' : textOf(valueAt(reference, nameField));
  return name === '' || valueAt(reference, 'optional') === true ? [] : [{ kind, name, field: `${field}.${nameField}` }];
}

function ofContainer({ container, field }: WorkloadContainer): readonly Wanted[] {
  const sources = itemsOf(container.envFrom).flatMap((source, index) => [
    ...wanted('ConfigMap', valueAt(source, 'configMapRef'), `${field}.envFrom[${index}].configMapRef`),
    ...wanted('Secret', valueAt(source, 'secretRef'), `${field}.envFrom[${index}].secretRef`),
  ]);
  const variables = itemsOf(container.env).flatMap((variable, index) => {
    const place = `${field}.env[${index}].valueFrom`;
    return [
      ...wanted('ConfigMap', valueAt(variable, 'valueFrom', 'configMapKeyRef'), `${place}.configMapKeyRef`),
      ...wanted('Secret', valueAt(variable, 'valueFrom', 'secretKeyRef'), `${place}.secretKeyRef`),
    ];
  });
  return [...sources, ...variables];
}

function ofVolumes({ spec, template }: Workload): readonly Wanted[] {
  return itemsOf(spec.volumes).flatMap((volume, index) => {
    const place = `${template}spec.volumes[${index}]`;
    return [
      ...wanted('ConfigMap', valueAt(volume, 'configMap'), `${place}.configMap`),
      ...wanted('Secret', valueAt(volume, 'secret'), `${place}.secret`, 'secretName'),
    ];
  });
}

/** What Kustomize puts behind the names of what it generates: ten letters and digits without vowels and some more. */
const kustomizeSuffix = /-[2456789bcdfghkmt]{10}$/;

function problemOf({ kind, name, field }: Wanted, namespace: string, graph: Graph): Problem | undefined {
  if (graph.has(kind, namespace, name) || (kind === 'Secret' && isMadeSecret(graph, namespace, name))) return undefined;
  const names = graph.names(kind, namespace);
  const bare = name.replace(kustomizeSuffix, '');
  const hashed = names.filter((one) => kustomizeSuffix.test(one) && one.replace(kustomizeSuffix, '') === bare);
  const alike = nearest(name, names);
  const near = hashed[0] ?? (alike !== undefined && isMisspelling(name, alike) ? alike : undefined);
  const about = `namespace '${namespace}' has no ${kind} '${name}'`;
  if (near !== undefined) {
    return { field, message: `${about}; '${near}' is the nearest`, edits: [{ set: field, value: near }] };
  }
  const [other] = graph.named(kind, name);
  if (other === undefined || namesOneNamespace(graph)) return undefined;
  return {
    field,
    message: `${about}; one of that name is in namespace '${other.namespace}', and pods read those of their own alone`,
    related: [{ object: other, field: 'metadata.namespace' }],
  };
}
