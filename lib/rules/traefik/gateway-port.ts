import { listenersOf } from '../../graph/routes/gateway-listeners';
import { traefikInSet } from '../../graph/traefik-in-set';
import { textOf, valueAt } from '../../manifests/untyped';
import { custom, gateway } from '../custom-example';
import { defineRule } from '../rule';
import { traefik } from './traefik.examples';

const gatewayClass = (controller = 'traefik.io/gateway-controller'): string =>
  custom('gateway.networking.k8s.io/v1 GatewayClass', 'eg', `{ controllerName: ${controller} }`);
const told = traefik(['--providers.kubernetesGateway']);
const listener = (port: number): string => gateway(`{ name: web, port: ${port}, protocol: HTTP }`);

export const traefikGatewayPort = defineRule({
  id: 'traefik/gateway-port',
  class: 'broken',
  on: ['gateway.networking.k8s.io Gateway'],
  summary: "A listener of Traefik's Gateway has the port of an entry point.",
  why: 'Traefik makes no Service for a Gateway: a listener is one of its entry points, found by the port that the entry point binds, 8000 say, and not by that of the Service before it. Otherwise the listener is PortUnavailable and its routes get 404.',
  fix: 'Write the port of `--entryPoints.NAME.address`, or add an entry point of the port.',
  symptoms: ['404 from the controller', 'PortUnavailable', 'Cannot find entryPoint for Gateway'],
  references: [
    'https://doc.traefik.io/traefik/reference/install-configuration/providers/kubernetes/kubernetes-gateway/',
  ],
  good: [
    { title: 'the port of an entry point', manifests: told + gatewayClass() + listener(8000) },
    {
      title: 'the Gateway of another controller',
      manifests: told + gatewayClass('example.com/gateway') + listener(80),
    },
    { title: 'a class of which nothing is known', manifests: told + listener(80) },
  ],
  bad: [
    {
      title: 'the port of the Service',
      manifests: told + gatewayClass() + listener(80),
      finds: ['spec.listeners[0].port'],
    },
  ],
  *check(object, { graph }) {
    const traefik = traefikInSet(graph);
    const named = textOf(valueAt(object.body, 'spec', 'gatewayClassName'));
    const gatewayClass = graph.find('gateway.networking.k8s.io GatewayClass', '', named);
    const controller = textOf(valueAt(gatewayClass?.body, 'spec', 'controllerName'));
    if (traefik?.entryPoints === undefined || controller !== 'traefik.io/gateway-controller') return;
    const addresses = traefik.controller.flags.filter(({ name }) => /^entrypoints\.[^.]+\.address$/.test(name));
    const ports = addresses.map(({ value }) => Number(/:(\d+)(?:\/tcp)?$/.exec(value)?.[1]));
    for (const { name, port, field } of listenersOf(object)) {
      if (port === undefined || ports.includes(port)) continue;
      const has = addresses.map((flag) => `${flag.name.split('.')[1] ?? ''} (${flag.value})`).join(', ');
      yield {
        field: `${field}.port`,
        message: `Traefik has no entry point of port ${port} for listener '${name}': it has ${has}`,
        related: addresses
          .slice(0, 1)
          .map((flag) => ({ object: traefik.controller.workload.object, field: flag.field })),
      };
    }
  },
});
