import type { PortDialect, PortRoute, WrittenPortRoute } from '../dialect';

export const tcp: PortDialect = {
  how: 'ConfigMap of --tcp-services-configmap',
  write: (route) => written(route),
};

export const udp: PortDialect = {
  how: 'ConfigMap of --udp-services-configmap',
  write: (route) => written(route),
};

function written({ name, namespace, protocol, listenPort, service }: PortRoute): WrittenPortRoute {
  if (namespace === undefined) {
    const problem = `ingress-nginx finds the Service of '${name}' by its namespace, which is not known: set the namespace of the application or the chart`;
    return { objects: [], needs: [], problems: [problem] };
  }
  const lower = protocol.toLowerCase();
  const entry = { key: String(listenPort), value: `${namespace}/${service.name}:${service.port}` };
  const need = {
    id: `listen-${lower}-${listenPort}`,
    setting: `the key "${entry.key}": "${entry.value}" in the ConfigMap of --${lower}-services-configmap, and the port in its Service`,
    entry,
  };
  return { objects: [], needs: [need], problems: [] };
}
