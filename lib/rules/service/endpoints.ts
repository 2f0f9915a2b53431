import { handMadeEndpoints, serviceNameLabel, type HandMadeEndpoints } from '../../graph/hand-made-endpoints';
import type { Graph } from '../../graph/graph';
import { servicePorts } from '../../graph/service-ports';
import { nameOf, type SetObject } from '../../graph/set-object';
import type { Service } from '../../kubernetes/api';
import { nearest, quoteList } from '../../kubernetes/wording';
import { service } from '../example-manifests';
import { defineRule, type Problem } from '../rule';

const slice = (labels: string, port = 'port: 8080', more = ''): string => `
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: db-1${labels === '' ? '' : `, labels: { ${labels} }`} }
addressType: ${more === '' ? 'IPv4' : more}
endpoints: [{ addresses: [${more === 'FQDN' ? 'db.example.com' : '192.0.2.10'}] }]
ports: [{ ${port} }]
`;
const endpoints = (name: string): string => `
---
apiVersion: v1
kind: Endpoints
metadata: { name: ${name} }
subsets: [{ addresses: [{ ip: 192.0.2.10 }], ports: [{ port: 8080 }] }]
`;
const db = service('', { name: 'db' });
const ofDb = `${serviceNameLabel}: db`;

export const handMade = defineRule({
  id: 'service/endpoints',
  class: 'broken',
  on: ['set'],
  summary: 'Endpoints that are written by hand belong to a Service without selector, port by port.',
  why: 'Addresses reach a Service by the label kubernetes.io/service-name (Endpoints by their name), and its ports by their names: what does not fit is read by nobody, and the port has no endpoints.',
  fix: 'Set the label to the name of the Service, and call each port as the Service calls it; leave the name out where the Service has none.',
  symptoms: ['connection refused', '503 from the controller', 'a Service without endpoints'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/'],
  good: [
    { manifests: db + slice(ofDb) },
    {
      title: 'named ports',
      manifests: service('', { name: 'db', port: 'name: sql, port: 5432' }) + slice(ofDb, 'name: sql, port: 5432'),
    },
    { title: 'Endpoints', manifests: db + endpoints('db') },
    { title: 'of a Service of another set', manifests: slice(ofDb) },
    { title: 'Endpoints by which programs choose a leader', manifests: db + slice(ofDb) + endpoints('election') },
  ],
  bad: [
    { title: 'no label', manifests: db + slice(''), finds: [`metadata.labels[${serviceNameLabel}]`] },
    {
      title: 'a name that is spelt otherwise',
      manifests: db + slice(`${serviceNameLabel}: dbb`),
      finds: [`metadata.labels[${serviceNameLabel}]`],
    },
    { title: 'a port of another name', manifests: db + slice(ofDb, 'name: sql, port: 8080'), finds: ['ports[0].name'] },
    {
      title: 'names, which no Service leads to',
      manifests: db + slice(ofDb, 'port: 8080', 'FQDN'),
      finds: ['addressType'],
    },
    {
      title: 'a Service with a selector, whose Endpoints are overwritten',
      manifests: service('app: db', { name: 'db' }) + endpoints('db'),
      finds: ['metadata.name'],
    },
  ],
  *check(graph) {
    for (const one of handMadeEndpoints(graph)) {
      const { object, namespace, service: name } = one;
      const service = graph.find('Service', namespace, name);
      const problems = service === undefined ? namingProblems(one, graph) : portProblems(one, service);
      for (const problem of problems) yield { object, ...problem };
    }
  },
});

/** Endpoints of a name that no Service is near to are used for other things. */
function namingProblems({ object, service, field, namespace }: HandMadeEndpoints, graph: Graph): readonly Problem[] {
  const names = graph.names('Service', namespace);
  if (service === '') {
    const message = `the slice belongs to no Service: the label ${serviceNameLabel} is missing; there are ${quoteList(names.slice(0, 10))}`;
    return object.kind === 'EndpointSlice' && names.length > 0 ? [{ field, message }] : [];
  }
  const near = graph.target.has('Service', namespace, service) ? undefined : nearest(service, names);
  if (near === undefined) return [];
  const message = `namespace '${namespace}' has no Service '${service}'; '${near}' is the nearest`;
  return [{ field, message, edits: [{ set: field, value: near }] }];
}

function portProblems({ object, field, ports }: HandMadeEndpoints, service: SetObject<Service>): readonly Problem[] {
  const selects = Object.keys(service.body.spec?.selector ?? {}).length > 0;
  const related = [{ object: service, field: selects ? 'spec.selector' : 'spec.ports' }];
  if (selects && object.kind === 'Endpoints') {
    return [{ field, related, message: `${nameOf(service)} has a selector: the cluster writes its Endpoints itself` }];
  }
  if ('addressType' in object.body && object.body.addressType === 'FQDN') {
    const message =
      'no Service leads to names: kube-proxy reads slices of addresses alone; an ExternalName leads to a name';
    return [{ field: 'addressType', related, message }];
  }
  const names = servicePorts(service).map(({ name }) => name);
  const known = names.every((name) => name === '') ? 'its port has no name' : `its ports are ${quoteList(names)}`;
  return ports
    .filter(({ name }) => !names.includes(name))
    .map((port) => ({
      ...{ field: `${port.field}.name`, related },
      message: `${nameOf(service)} has no port ${port.name === '' ? 'without a name' : `named '${port.name}'`}: ${known}`,
      edits:
        names.length !== 1
          ? []
          : names[0] === ''
            ? [{ remove: `${port.field}.name` }]
            : [{ set: `${port.field}.name`, value: names[0] }],
    }));
}
