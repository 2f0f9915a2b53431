import { itemsAt } from '../../graph/routes/custom-route';
import { oncePerGraph } from '../../graph/once';
import { nearest, quoteList } from '../../kubernetes/wording';
import { textOf, valueAt } from '../../manifests/untyped';
import { custom } from '../custom-example';
import { web } from '../ingress-example';
import { defineRule } from '../rule';

const listeners = (list: string): string =>
  custom('k8s.nginx.org/v1 GlobalConfiguration', 'nginx', `{ listeners: [${list}] }`);
const transport = (listener: string): string =>
  web +
  custom(
    'k8s.nginx.org/v1 TransportServer',
    'db',
    `{ listener: ${listener}, upstreams: [{ name: db, service: web, port: 80 }], action: { pass: db } }`,
  );
const db = listeners('{ name: db, port: 5432, protocol: TCP }');

export const nginxListener = defineRule({
  id: 'nginx/listener',
  class: 'broken',
  on: ['k8s.nginx.org TransportServer', 'k8s.nginx.org VirtualServer'],
  summary:
    'A listener that a TransportServer or VirtualServer names is one of the GlobalConfiguration, with its protocol.',
  why: "F5's NGINX opens no port for a listener that the GlobalConfiguration does not have, and the TransportServer is rejected.",
  fix: 'Add the listener to the GlobalConfiguration that `-global-configuration` names, and its port to the Service of the controller.',
  symptoms: ['connection refused', "Listener doesn't exist", 'Rejected'],
  references: [
    'https://docs.nginx.com/nginx-ingress-controller/configuration/global-configuration/globalconfiguration-resource/',
  ],
  good: [
    { manifests: transport('{ name: db, protocol: TCP }') + db },
    { title: 'the one for TLS', manifests: transport('{ name: tls-passthrough, protocol: TLS_PASSTHROUGH }') + db },
    { title: 'the GlobalConfiguration is elsewhere', manifests: transport('{ name: db, protocol: TCP }') },
  ],
  bad: [
    { title: 'misspelt', manifests: transport('{ name: dbs, protocol: TCP }') + db, finds: ['spec.listener.name'] },
    {
      title: 'another protocol',
      manifests: transport('{ name: db, protocol: UDP }') + db,
      finds: ['spec.listener.protocol'],
    },
    {
      title: 'of a VirtualServer',
      manifests:
        web +
        db +
        custom('k8s.nginx.org/v1 VirtualServer', 'shop', '{ host: shop.example.com, listener: { http: http-8080 } }'),
      finds: ['spec.listener.http'],
    },
  ],
  *check({ body }, { graph }) {
    const known = knownListeners(graph);
    const listener = valueAt(body, 'spec', 'listener');
    if (known.size === 0 || listener === undefined) return;
    for (const key of ['name', 'http', 'https']) {
      const name = textOf(valueAt(listener, key));
      if (name === '' || name === 'tls-passthrough' || known.has(name)) continue;
      const field = `spec.listener.${key}`;
      const near = nearest(name, [...known.keys()]);
      const edits = near === undefined ? {} : { edits: [{ set: field, value: near }] };
      yield {
        field,
        message: `the GlobalConfiguration has no listener '${name}': it has ${quoteList([...known.keys()])}`,
        ...edits,
      };
    }
    const protocol = textOf(valueAt(listener, 'protocol'));
    const own = known.get(textOf(valueAt(listener, 'name')));
    if (protocol === '' || own === undefined || own.has(protocol)) return;
    yield {
      field: 'spec.listener.protocol',
      message: `the listener speaks ${[...own].join(' and ')}, not ${protocol}`,
    };
  },
});

/** The protocols of the listeners of all GlobalConfigurations, by their names. */
const knownListeners = oncePerGraph((graph): ReadonlyMap<string, ReadonlySet<string>> => {
  const known = new Map<string, Set<string>>();
  for (const one of graph.ofKind('k8s.nginx.org GlobalConfiguration')) {
    for (const { item } of itemsAt(valueAt(one.body, 'spec'), 'listeners', 'spec')) {
      const name = textOf(valueAt(item, 'name'));
      known.set(name, (known.get(name) ?? new Set<string>()).add(textOf(valueAt(item, 'protocol'))));
    }
  }
  return known;
});
