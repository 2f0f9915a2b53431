import type { PortDialect } from '../dialect';

export const tcp: PortDialect = {
  how: 'ConfigMap of --configmap-tcp-services',
  write({ namespace, listenPort, service, name }) {
    if (namespace === undefined) {
      const problem = `HAProxy finds the Service of '${name}' by its namespace, which is not known: set the namespace of the application or the chart`;
      return { objects: [], needs: [], problems: [problem] };
    }
    const entry = { key: String(listenPort), value: `${namespace}/${service.name}:${service.port}` };
    const need = {
      id: `listen-tcp-${listenPort}`,
      setting: `the key "${entry.key}": "${entry.value}" in the ConfigMap of --configmap-tcp-services, and the port in its Service`,
      entry,
    };
    return { objects: [], needs: [need], problems: [] };
  },
};

export const udp = {
  unsupported: 'it is no proxy for UDP; use Exposure.loadBalancer or Exposure.nodePort',
} as const;
