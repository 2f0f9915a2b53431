import { namespaceOf, type ControllerInSet } from '../../graph/controllers-in-set';
import type { Graph } from '../../graph/graph';
import { servicePorts } from '../../graph/service-ports';
import { nameOf, type SetObject } from '../../graph/set-object';
import type { ConfigMap } from '../../kubernetes/api';
import { nearest, quoteList } from '../../kubernetes/wording';
import { textOf } from '../../manifests/untyped';
import { deployment, service } from '../example-manifests';
import { defineRule, type Problem } from '../rule';
import { configMap, controller } from './flag-reference.examples';

const db =
  service('app: db', { name: 'db', port: 'name: sql, port: 5432' }) +
  deployment('db', 'app: db', { ports: 'containerPort: 5432' });
const flag = '--tcp-services-configmap=default/tcp';
const front = (ports: string): string => service('app: controller', { name: 'controller', port: ports });
const open = front('name: http, port: 80 }, { name: sql, port: 5432');

export const portMap = defineRule({
  id: 'controller/port-map',
  class: 'broken',
  on: ['set'],
  summary: 'Ports that a controller passes on lead to a Service, and its own Service has them.',
  why: 'The ConfigMap of TCP or UDP ports opens a port in the controller: without a port of its Service nobody gets there, and an entry for a Service that does not exist is skipped.',
  fix: 'Write `"PORT": NAMESPACE/SERVICE:PORT` with a Service that is there, and add the port to the Service of the controller.',
  symptoms: ['connection refused', 'connection timed out', 'Service does not have any active endpoint'],
  references: ['https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/'],
  good: [
    { title: 'all the way', manifests: db + open + controller([flag]) + configMap('tcp', '"5432": "default/db:5432"') },
    {
      title: 'by the name of the port',
      manifests: db + open + controller([flag]) + configMap('tcp', '"5432": "default/db:sql:PROXY"'),
    },
    {
      title: 'of another namespace, which is not in the set',
      manifests: open + controller([flag]) + configMap('tcp', '"5432": "data/db:5432"'),
    },
  ],
  bad: [
    {
      title: 'no such Service',
      manifests: db + open + controller([flag]) + configMap('tcp', '"5432": "default/dbs:5432"'),
      finds: ['data[5432]'],
    },
    {
      title: 'no such port',
      manifests: db + open + controller([flag]) + configMap('tcp', '"5432": "default/db:5433"'),
      finds: ['data[5432]'],
    },
    {
      title: 'the Service of the controller does not have it',
      manifests:
        db + front('name: http, port: 80') + controller([flag]) + configMap('tcp', '"5432": "default/db:5432"'),
      finds: ['data[5432]'],
    },
    {
      title: 'no form that is known',
      manifests: db + open + controller([flag]) + configMap('tcp', '"5432": "db"'),
      finds: ['data[5432]'],
    },
  ],
  *check(graph) {
    for (const one of graph.controllers) {
      for (const { name, value } of one.flags) {
        const protocol = protocols[name];
        if (protocol === undefined) continue;
        const parts = value.split('/');
        const map = graph.find('ConfigMap', namespaceOf(parts, one.workload), parts[parts.length - 1] ?? '');
        if (map !== undefined) yield* entryProblems(graph, one, map, protocol);
      }
    }
  },
});

const protocols: Readonly<Record<string, 'TCP' | 'UDP' | undefined>> = {
  'tcp-services-configmap': 'TCP',
  'udp-services-configmap': 'UDP',
  'configmap-tcp-services': 'TCP',
};

function* entryProblems(
  graph: Graph,
  controller: ControllerInSet,
  map: SetObject<ConfigMap>,
  protocol: 'TCP' | 'UDP',
): Iterable<Problem & { readonly object: SetObject<object> }> {
  for (const [key, value] of Object.entries(map.body.data ?? {})) {
    const message = targetProblem(graph, textOf(value), protocol) ?? frontProblem(controller, key, protocol);
    if (message !== undefined) yield { object: map, field: `data[${key}]`, message };
  }
}

function targetProblem(graph: Graph, value: string, protocol: string): string | undefined {
  const [, namespace = '', name = '', port = ''] = /^([^/:]+)\/([^/:]+):([^:]+)(?::.*)?$/.exec(value) ?? [];
  if (name === '') return `'${value}' is not of the form NAMESPACE/SERVICE:PORT`;
  const service = graph.find('Service', namespace, name);
  if (service === undefined) {
    const here = graph.names('Service', namespace);
    if (graph.target.has('Service', namespace, name) || here.length === 0) return undefined;
    const near = nearest(name, here);
    return `namespace '${namespace}' has no Service '${name}'${near === undefined ? '' : `; '${near}' comes near`}`;
  }
  const ports = servicePorts(service);
  const found = ports.some((one) => one.protocol === protocol && (one.name === port || String(one.number) === port));
  if (found || service.body.spec?.type === 'ExternalName') return undefined;
  return `${nameOf(service)} has no ${protocol} port '${port}': it has ${quoteList(ports.map(({ number, protocol: of }) => `${number} ${of}`))}`;
}

function frontProblem(
  { services, workload, container }: ControllerInSet,
  key: string,
  protocol: string,
): string | undefined {
  const hostPorts = (container.container.ports ?? []).map((port) => port?.hostPort ?? 0);
  if (workload.spec.hostNetwork === true || services.length === 0 || hostPorts.includes(Number(key))) return undefined;
  const reaches = services.flatMap(servicePorts).some((port) => {
    const named = workload.ports.find(({ name }) => name === port.target);
    return port.protocol === protocol && (port.target === Number(key) || named?.number === Number(key));
  });
  const names = [...new Set(services.map(({ name }) => name))];
  return reaches
    ? undefined
    : `no ${protocol} port of the Service of the controller, ${quoteList(names)}, leads to its port ${key}`;
}
