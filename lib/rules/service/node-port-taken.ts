import { servicePorts } from '../../graph/service-ports';
import { nameOf, type SetObject } from '../../graph/set-object';
import type { Service } from '../../kubernetes/api';
import { defineRule, type FieldOf } from '../rule';

const nodePort = (name: string, ports: string, spec = 'type: NodePort'): string => `
---
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { ${spec}, selector: { app: ${name} }, ports: [${ports}] }
`;

export const nodePortTaken = defineRule({
  id: 'service/node-port-taken',
  class: 'broken',
  on: ['set'],
  summary: 'A port of the nodes belongs to one Service.',
  why: 'The API server gives each node port to one Service, whatever its protocol: the second Service is refused when it is applied, "provided port is already allocated".',
  fix: 'Take another port of the range, or leave `nodePort` out so that the cluster picks one.',
  symptoms: ['provided port is already allocated', 'the Service is not created'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport'],
  good: [
    { manifests: nodePort('a', '{ port: 80, nodePort: 30080 }') + nodePort('b', '{ port: 80, nodePort: 30081 }') },
    {
      title: 'TCP and UDP of one Service',
      manifests: nodePort(
        'dns',
        '{ name: tcp, port: 53, nodePort: 30053 }, { name: udp, port: 53, protocol: UDP, nodePort: 30053 }',
      ),
    },
    { title: 'chosen by the cluster', manifests: nodePort('a', '{ port: 80 }') + nodePort('b', '{ port: 80 }') },
  ],
  bad: [
    {
      manifests: nodePort('a', '{ port: 80, nodePort: 30080 }') + nodePort('b', '{ port: 8080, nodePort: 30080 }'),
      finds: ['spec.ports[0].nodePort'],
    },
    {
      title: 'another protocol of another Service',
      manifests:
        nodePort('a', '{ port: 53, nodePort: 30053 }') + nodePort('b', '{ port: 53, protocol: UDP, nodePort: 30053 }'),
      finds: ['spec.ports[0].nodePort'],
    },
    {
      title: 'the port of a health check',
      manifests:
        nodePort('a', '{ port: 80, nodePort: 30080 }') +
        nodePort('b', '{ port: 80 }', 'type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: 30080'),
      finds: ['spec.healthCheckNodePort'],
    },
  ],
  *check(graph) {
    const owners = new Map<number, { readonly object: SetObject<Service>; readonly field: string }>();
    for (const service of graph.ofKind('Service')) {
      for (const { number, field } of nodePortsOf(service)) {
        const owner = owners.get(number);
        if (owner === undefined) owners.set(number, { object: service, field });
        else if (owner.object !== service && !isSame(owner.object, service)) {
          const related: FieldOf[] = [owner];
          const message = `node port ${number} belongs to ${nameOf(owner.object)} already`;
          yield { object: service, field, message, related };
        }
      }
    }
  },
});

interface NodePort {
  readonly number: number;
  readonly field: string;
}

function nodePortsOf(service: SetObject<Service>): readonly NodePort[] {
  const { type, healthCheckNodePort } = service.body.spec ?? {};
  if (type !== 'NodePort' && type !== 'LoadBalancer') return [];
  const ports = servicePorts(service).flatMap(({ nodePort, field }) =>
    nodePort === undefined ? [] : [{ number: nodePort, field: `${field}.nodePort` }],
  );
  if (healthCheckNodePort == null || healthCheckNodePort === 0) return ports;
  return [...ports, { number: healthCheckNodePort, field: 'spec.healthCheckNodePort' }];
}

/** One object that is written twice is another rule's matter. */
function isSame(one: SetObject<Service>, other: SetObject<Service>): boolean {
  return one.namespace === other.namespace && one.name === other.name;
}
