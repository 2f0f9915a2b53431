import { externalNames } from '../../graph/subjects';
import { servicePorts } from '../../graph/service-ports';
import { nameOf, type SetObject } from '../../graph/set-object';
import type { Graph } from '../../graph/graph';
import type { Service } from '../../kubernetes/api';
import { parseIp } from '../../kubernetes/addresses';
import { nearest } from '../../kubernetes/wording';
import { deployment } from '../example-manifests';
import { defineRule, type Problem } from '../rule';

const alias = (spec: string, name = 'db'): string => `
---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop }
spec: { type: ExternalName, ${spec} }
`;

const other = `
---
apiVersion: v1
kind: Service
metadata: { name: postgres, namespace: data }
spec: { selector: { app: postgres }, ports: [{ port: 5432 }] }
${deployment('postgres', 'app: postgres', { namespace: 'data', ports: 'containerPort: 5432' })}`;

export const externalName = defineRule({
  id: 'service/alias',
  class: 'broken',
  on: ['Service'],
  among: externalNames,
  summary: 'A Service of type ExternalName is another name for a host that DNS knows, and nothing more.',
  why: 'The cluster answers its name with a CNAME. An address is no name and resolves to nothing; selector and ports are read by nobody, since no traffic passes the Service.',
  fix: 'Name a host with its whole domain; for addresses write a Service without selector and an EndpointSlice, for pods one of type ClusterIP.',
  symptoms: ['no such host', 'NXDOMAIN', 'connection refused by an ExternalName', '503 from the controller'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#externalname'],
  good: [
    { manifests: alias('externalName: db.example.com') },
    {
      title: 'a port, which some controllers ask for',
      manifests: alias('externalName: db.example.com, ports: [{ port: 5432 }]'),
    },
    {
      title: 'a Service of another namespace',
      manifests: alias('externalName: postgres.data.svc.cluster.local') + other,
    },
  ],
  bad: [
    { title: 'an address', manifests: alias('externalName: 192.0.2.10'), finds: ['spec.externalName'] },
    {
      title: 'a selector',
      manifests: alias('externalName: db.example.com, selector: { app: db }'),
      finds: ['spec.selector'],
    },
    {
      title: 'a port that would have to be translated',
      manifests: alias('externalName: db.example.com, ports: [{ port: 80, targetPort: 8080 }]'),
      finds: ['spec.ports[0].targetPort'],
    },
    {
      title: 'the short name of a Service',
      manifests: alias('externalName: postgres.data') + other,
      finds: ['spec.externalName'],
    },
    {
      title: 'a Service that is spelt otherwise',
      manifests: alias('externalName: postgre.data.svc.cluster.local') + other,
      finds: ['spec.externalName'],
    },
    { title: 'itself', manifests: alias('externalName: db.shop.svc.cluster.local'), finds: ['spec.externalName'] },
  ],
  *check(service, { graph }) {
    const { type, externalName, selector } = service.body.spec ?? {};
    if (type !== 'ExternalName' || externalName == null || externalName === '') return;
    const problem = hostProblem(service, externalName.replace(/\.$/, ''), graph);
    if (problem !== undefined) yield { field: 'spec.externalName', ...problem };
    if (selector != null && Object.keys(selector).length > 0) {
      const [pods] = graph.pods.runningWithLabels(service.namespace, selector);
      yield {
        field: 'spec.selector',
        message: `the selector of an ExternalName selects nobody: the name leads to '${externalName}'${pods === undefined ? '' : `, and never to the pods of ${nameOf(pods.object)}`}`,
        severity: pods === undefined ? 'warning' : 'error',
        edits: pods === undefined ? [{ remove: 'spec.selector' }] : [],
      };
    }
    for (const { port, number, targetField } of servicePorts(service)) {
      const { targetPort } = port;
      if (targetPort == null || targetPort === number || typeof targetPort !== 'number' || targetPort === 0) continue;
      yield {
        field: targetField,
        message: `port ${number} of an ExternalName is not translated to ${targetPort}: clients reach '${externalName}' at the port that they ask for`,
        severity: 'warning',
      };
    }
  },
});

type HostProblem = Omit<Problem, 'field'>;

function hostProblem(service: SetObject<Service>, host: string, graph: Graph): HostProblem | undefined {
  if (parseIp(host) !== undefined) {
    return { message: `'${host}' is an address, which DNS takes for a name that nobody has` };
  }
  const [name = '', namespace = '', ...rest] = host.split('.');
  const domain = `svc.${graph.target.clusterDomain}`;
  if (rest.join('.') === domain) return serviceProblem(service, name, namespace, graph);
  const short = namespace === '' || rest.length === 0 || rest.join('.') === 'svc';
  const meant = namespace === '' ? service.namespace : namespace;
  if (!short || !graph.has('Service', meant, name)) return undefined;
  const whole = `${name}.${meant}.${domain}`;
  return {
    message: `'${host}' is the short name of a Service, and the target of a CNAME is looked up as it stands: '${whole}' is its whole name`,
    edits: [{ set: 'spec.externalName', value: whole }],
  };
}

/** A name of the cluster: the Service has to be there, as far as the set knows its namespace. */
function serviceProblem(
  service: SetObject<Service>,
  name: string,
  namespace: string,
  graph: Graph,
): HostProblem | undefined {
  if (namespace === service.namespace && name === service.name) {
    return { message: `'${name}' of namespace '${namespace}' is this Service itself: its name leads in a circle` };
  }
  if (graph.has('Service', namespace, name)) return undefined;
  const known = graph.names('Service', namespace).filter((one) => one !== service.name);
  const near = nearest(name, known);
  if (near === undefined) return undefined;
  return {
    message: `namespace '${namespace}' has no Service '${name}'; '${near}' is the nearest`,
    edits: [{ set: 'spec.externalName', value: `${near}.${namespace}.svc.${graph.target.clusterDomain}` }],
  };
}
