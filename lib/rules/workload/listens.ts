import type { Graph } from '../../graph/graph';
import { servicePorts, targetNumbers, type ListenedPort } from '../../graph/service-ports';
import { nameOf, type SetObject } from '../../graph/set-object';
import type { Workload, WorkloadContainer } from '../../graph/workload';
import { deployment, service } from '../example-manifests';
import { defineRule, type FieldOf, type Problem } from '../rule';
import { isLoopback, listenAddresses, type ListenAddress } from './listen-address';
import { isToldPort } from './told-ports';

const told = (container: string, pod: { readonly beside?: string } = {}): string =>
  service('app: web') + deployment('web', 'app: web', { container, ...pod });
const args = 'spec.template.spec.containers[0].args';
const env = 'spec.template.spec.containers[0].env[0].value';

export const listens = defineRule({
  id: 'workload/listens',
  class: 'broken',
  severity: 'warning',
  on: ['workload'],
  summary: 'A program listens where its Service leads: at the port, and not at the loopback address.',
  why: 'What listens at 127.0.0.1 is reached from its own pod alone, by `kubectl port-forward` too, and what is told another port refuses connections at the declared one. It is a guess by the usual names of options and variables.',
  fix: 'Listen at 0.0.0.0 or `[::]`, and at the port that the container declares and the Service leads to.',
  symptoms: ['connection refused', '502 from the controller', 'works with port-forward', '503 from the controller'],
  good: [
    { title: 'every address', manifests: told('args: [--listen, ":8080"]') },
    {
      title: 'every address, by a variable',
      manifests: told('env: [{ name: HOST, value: 0.0.0.0 }, { name: PORT, value: "8080" }]'),
    },
    {
      title: 'the loopback address of what it asks',
      manifests: told('args: ["--upstream=http://127.0.0.1:9000", "--db-host=127.0.0.1"]'),
    },
    {
      title: 'a side port for its own pod',
      manifests: told('args: ["--address=127.0.0.1:9901"]'),
    },
    {
      title: 'behind another container of the pod',
      manifests: told('args: ["--port=8080"]', {
        beside: '{ name: app, image: "registry.example.com/app:1.0", args: ["--listen=127.0.0.1:9000"] }',
      }),
    },
    {
      title: 'another Service, by its URL',
      manifests: told('env: [{ name: HOST, value: "http://llm-service:8000" }]'),
    },
    { title: 'another Service, by its name', manifests: told('args: ["--address=llm-service:8000"]') },
    { title: 'another Service and its port', manifests: told('args: [--host, db, --port, "5432"]') },
    { title: 'a port of more than one', manifests: told('args: ["--port=9000", "--http-port=8080"]') },
  ],
  bad: [
    {
      title: 'the loopback address with the port',
      manifests: told('args: ["--listen=127.0.0.1:8080"]'),
      finds: [`${args}[0]`],
    },
    { title: 'the loopback address alone', manifests: told('args: [serve, --host, localhost]'), finds: [`${args}[2]`] },
    { title: 'by a variable', manifests: told('env: [{ name: HOST, value: 127.0.0.1 }]'), finds: [env] },
    {
      title: 'another port beside the URL of another Service',
      manifests: told('env: [{ name: HOST, value: "http://llm-service:8000" }, { name: PORT, value: "3000" }]'),
      finds: ['spec.template.spec.containers[0].env[1].value'],
    },
    {
      title: 'another port, by a URL of every address',
      manifests: told('args: ["--listen=tcp://0.0.0.0:9000"]'),
      finds: [`${args}[0]`],
    },
    { title: 'another port', manifests: told('args: ["--port=9000"]'), finds: [`${args}[0]`] },
    { title: 'another port by a variable', manifests: told('env: [{ name: PORT, value: "3000" }]'), finds: [env] },
  ],
  *check(workload, { graph }) {
    for (const container of workload.containers) {
      if (!container.stays || (container.container.ports ?? []).length === 0) continue;
      const addresses = listenAddresses(container);
      const reached = addresses.length === 0 ? undefined : reachedPort(graph, workload, container);
      if (reached === undefined) continue;
      for (const address of addresses) {
        const problem = problemOf(address, reached, workload);
        if (problem !== undefined) yield problem;
      }
    }
  },
});

/** A declared port of the container that a Service leads to. */
interface Reached extends FieldOf {
  readonly object: SetObject;
  readonly number: number;
  readonly onlyOne: boolean;
}

function reachedPort(graph: Graph, workload: Workload, container: WorkloadContainer): Reached | undefined {
  const declared = workload.ports.filter((port) => port.container === container);
  for (const service of graph.servicesOf(workload)) {
    for (const port of servicePorts(service)) {
      const number = declaredTarget(port, workload, declared);
      if (number === undefined) continue;
      return {
        object: service as SetObject<object> as SetObject,
        field: port.targetField,
        number,
        onlyOne: declared.length === 1,
      };
    }
  }
  return undefined;
}

function declaredTarget(port: ListenedPort, workload: Workload, declared: Workload['ports']): number | undefined {
  return targetNumbers(port, workload).find((number) => declared.some((one) => one.number === number));
}

function problemOf(
  { host, port, text, field }: ListenAddress,
  reached: Reached,
  workload: Workload,
): Problem | undefined {
  const { number, onlyOne, ...service } = reached;
  const leads = `${nameOf(service.object)} leads to port ${number}`;
  if (isLoopback(host)) {
    // At another port it is a side door for its own pod.
    if (port !== undefined && port !== number) return undefined;
    return { field, message: `'${text}' listens for the pod itself alone, and ${leads}`, related: [service] };
  }
  // Some declare one of several ports, and are told of the others.
  if (port === undefined || port === number || !onlyOne || isToldPort(number, workload)) return undefined;
  return { field, message: `'${text}' listens at port ${port}, and ${leads}`, related: [service] };
}
