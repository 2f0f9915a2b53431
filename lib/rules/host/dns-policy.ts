import type { Severity } from '../../findings/finding';
import { onHostNetwork } from '../../graph/subjects';
import type { Graph } from '../../graph/graph';
import type { Workload } from '../../graph/workload';
import { deployment, service } from '../example-manifests';
import { defineRule } from '../rule';

const agent = (pod: string, container?: string): string =>
  deployment('agent', 'app: agent', { pod, ...(container === undefined ? {} : { container }) });

export const hostDnsPolicy = defineRule({
  id: 'host/dns-policy',
  class: 'broken',
  on: ['workload'],
  among: onHostNetwork,
  summary: 'A pod on the host network that needs the names of the cluster asks the DNS of the cluster.',
  why: 'With `dnsPolicy: ClusterFirst`, which is the default, such a pod gets the DNS of its node: names of Services do not resolve.',
  fix: 'Set `dnsPolicy: ClusterFirstWithHostNet`, or Default to say that the DNS of the node is meant.',
  symptoms: ['no such host', 'NXDOMAIN for a Service', 'bad address'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy'],
  good: [
    { manifests: agent('hostNetwork: true\n      dnsPolicy: ClusterFirstWithHostNet') },
    { title: 'the DNS of the node on purpose', manifests: agent('hostNetwork: true\n      dnsPolicy: Default') },
    { title: 'an ordinary network', manifests: agent('') },
  ],
  bad: [
    { title: 'nothing said', manifests: agent('hostNetwork: true'), finds: ['spec.template.spec.dnsPolicy'] },
    {
      title: 'the name of a Service asked for',
      manifests:
        agent('hostNetwork: true', 'env: [{ name: DB, value: "http://db:5432" }]') + service('', { name: 'db' }),
      finds: ['spec.template.spec.dnsPolicy'],
    },
    {
      title: 'said',
      manifests: agent('hostNetwork: true\n      dnsPolicy: ClusterFirst'),
      finds: ['spec.template.spec.dnsPolicy'],
    },
  ],
  *check(workload, { graph }) {
    const { spec, template, object, perNode } = workload;
    const policy = spec.dnsPolicy ?? '';
    if (spec.hostNetwork !== true || (policy !== '' && policy !== 'ClusterFirst')) return;
    const name = namesOf(workload).find((text) => isOfCluster(text, workload, graph));
    // Agents of the node often ask no name at all.
    const severity: Severity = name !== undefined ? 'error' : perNode && policy === '' ? 'note' : 'warning';
    const asked = name === undefined ? '' : `, and it asks for '${name}'`;
    yield {
      field: `${template}spec.dnsPolicy`,
      severity,
      message: `on the host network ${policy === '' ? 'the default ' : ''}'ClusterFirst' is the DNS of the node${asked}: 'ClusterFirstWithHostNet' asks that of the cluster`,
      related: [{ object, field: `${template}spec.hostNetwork` }],
      edits: [{ set: `${template}spec.dnsPolicy`, value: 'ClusterFirstWithHostNet' }],
    };
  },
});

/** Host names that the containers are told in their arguments and variables. */
function namesOf({ containers }: Workload): readonly string[] {
  const texts = containers.flatMap(({ container }) => [
    ...(container.command ?? []),
    ...(container.args ?? []),
    ...(container.env ?? []).map((variable) => variable?.value),
  ]);
  return texts.flatMap((text) =>
    [...(text ?? '').matchAll(hostNames)].flatMap(([, name = '']) => (name === '' ? [] : [name])),
  );
}

/** Behind `//` or `@`, before a port, or whatever ends as a name of the cluster does. */
const hostNames = /(?:\/\/|@|=|,|^)([a-z0-9][a-z0-9.-]*)(?=[:/]|$)/g;

function isOfCluster(name: string, { namespace }: Workload, graph: Graph): boolean {
  const [service = '', other = '', ...rest] = name.split('.');
  if (rest[0] === 'svc') return true;
  if (rest.length > 0) return false;
  return graph.find('Service', other === '' ? namespace : other, service) !== undefined;
}
