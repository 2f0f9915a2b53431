import { podsOfKind } from '../../graph/subjects';
import { nearest, quoteList } from '../../kubernetes/wording';
import { textOf, valueAt } from '../../manifests/untyped';
import { deployment, service } from '../example-manifests';
import { defineRule } from '../rule';

const db = (serviceName: string): string =>
  deployment('db', 'app: db', { kind: 'StatefulSet', spec: `serviceName: ${serviceName}` });

export const statefulSetService = defineRule({
  id: 'workload/stateful-set-service',
  class: 'broken',
  severity: 'warning',
  on: ['workload'],
  among: podsOfKind('apps StatefulSet'),
  summary: 'The Service that a StatefulSet names is there and selects its pods.',
  why: 'Pods are known to DNS as `<pod>.<service>` by that Service: without it `db-0.db` does not resolve, and members of a cluster do not find each other.',
  fix: 'Add a Service of that name with `clusterIP: None` that selects the pods, or name the one that is there.',
  symptoms: ['no such host', 'NXDOMAIN for db-0.db', 'members do not find each other'],
  references: ['https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id'],
  good: [
    { manifests: db('db') + service('app: db', { name: 'db', spec: 'clusterIP: None' }) },
    { title: 'a Service that is not headless serves too', manifests: db('db') + service('app: db', { name: 'db' }) },
    { title: 'no Service in the set at all', manifests: db('db') },
    {
      title: 'a name that nobody needs',
      manifests: db('members') + service('app: db', { name: 'metrics' }),
    },
  ],
  bad: [
    {
      title: 'named otherwise',
      manifests: db('db-headless') + service('app: db', { name: 'db', spec: 'clusterIP: None' }),
      finds: ['spec.serviceName'],
    },
    {
      title: 'a Service of other pods',
      manifests: db('web') + service('app: web', { name: 'web' }) + deployment('web', 'app: web'),
      finds: ['spec.serviceName'],
    },
  ],
  *check(workload, { graph }) {
    const { object, namespace } = workload;
    const name = textOf(valueAt(object.body, 'spec', 'serviceName'));
    if (object.key !== 'apps StatefulSet' || name === '') return;
    const named = graph.find('Service', namespace, name);
    const selecting = graph.servicesOf(workload);
    if (named !== undefined) {
      const selector = named.body.spec?.selector ?? {};
      if (Object.keys(selector).length === 0 || selecting.includes(named)) return;
      yield {
        field: 'spec.serviceName',
        message: `Service '${name}' does not select the pods, so that '${object.name}-0.${name}' does not resolve`,
        severity: 'error',
        related: [{ object: named, field: 'spec.selector' }],
      };
      return;
    }
    const others = [...new Set(selecting.map((one) => one.name))];
    if (others.length === 0 || graph.target.has('Service', namespace, name)) return;
    const near = nearest(name, others) ?? others.find((one) => name.startsWith(one) || one.startsWith(name));
    // Many name a Service that nobody makes, and need no names of pods.
    if (near === undefined) return;
    yield {
      field: 'spec.serviceName',
      message: `namespace '${namespace}' has no Service '${name}', so that '${object.name}-0.${name}' does not resolve; the pods are selected by ${quoteList(others)}`,
      edits: [{ set: 'spec.serviceName', value: near }],
    };
  },
});
