import { addTo } from '../../graph/add-to';
import type { Graph } from '../../graph/graph';
import { itemsAt, type Item } from '../../graph/routes/custom-route';
import { oncePerGraph } from '../../graph/once';
import { gatewayNamed, gatewaysOf } from '../../graph/routes/istio';
import { isMadeSecret } from '../../graph/secret-makers';
import { nameOf, type SetObject } from '../../graph/set-object';
import { textsAt } from '../../graph/label-selector-at';
import type { Workload } from '../../graph/workload';
import { isMisspelling } from '../../kubernetes/misspelling';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { custom, virtualService } from '../custom-example';
import { deployment } from '../example-manifests';
import { web } from '../ingress-example';
import { nearPods, printLabels } from '../labels';
import { defineRule, type Problem } from '../rule';

const pods = (namespace = 'istio-system', label = 'istio: ingressgateway'): string =>
  deployment('gateway', label, { namespace, image: 'istio/proxyv2:1.31.1' });
const gateway = (tls: string, selector = 'istio: ingressgateway'): string =>
  custom(
    'networking.istio.io/v1 Gateway',
    'edge',
    `{ selector: { ${selector} }, servers: [{ port: { number: 443, name: https, protocol: HTTPS }, hosts: [shop.example.com], tls: { ${tls} } }] }`,
    { namespace: 'shop' },
  );
const secret = (namespace: string): string => `
---
apiVersion: v1
kind: Secret
metadata: { name: shop-tls, namespace: ${namespace} }
type: Opaque
`;
const shown = 'mode: SIMPLE, credentialName: shop-tls';
const through = (kind: string): string =>
  web +
  virtualService(
    `hosts: [shop.example.com], gateways: [edge], ${kind}: [{ ${kind === 'tls' ? 'match: [{ sniHosts: [shop.example.com] }], ' : ''}route: [{ destination: { host: web } }] }]`,
    { namespace: 'shop' },
  );

export const istioServer = defineRule({
  id: 'istio/server',
  class: 'broken',
  on: ['networking.istio.io Gateway'],
  summary: 'A Gateway of Istio selects pods, has its certificate where they run, and ends TLS where HTTP is led.',
  why: 'A Gateway is carried out by the pods that it selects, which read the Secret of `credentialName` from their own namespace: elsewhere it is not found, and no TLS handshake succeeds. What passes through undecrypted has no paths that routes of HTTP could ask for.',
  fix: 'Select the labels of the pods of the ingress gateway; put the Secret into their namespace; lead what passes through by `tls` routes with `sniHosts`.',
  symptoms: [
    'connection refused',
    'connection reset',
    'no TLS handshake',
    '404 from the controller',
    'failed to load secret',
  ],
  references: [
    'https://istio.io/latest/docs/tasks/traffic-management/ingress/secure-ingress/',
    'https://istio.io/latest/docs/ops/common-problems/network-issues/',
  ],
  good: [
    { title: 'beside the pods', manifests: gateway(shown) + pods() + secret('istio-system') },
    { title: 'pods of somebody else', manifests: gateway(shown) + secret('shop') },
    { title: 'passed through', manifests: gateway('mode: PASSTHROUGH') + through('tls') },
  ],
  bad: [
    {
      title: 'the Secret beside the Gateway',
      manifests: gateway(shown) + pods() + secret('shop'),
      finds: ['spec.servers[0].tls.credentialName'],
    },
    {
      title: 'pods with another label',
      manifests: gateway(shown, 'istio: ingresgateway') + pods() + secret('istio-system'),
      finds: ['spec.selector'],
    },
    {
      title: 'routes of HTTP behind TLS that passes through',
      manifests: gateway('mode: PASSTHROUGH') + through('http'),
      finds: ['spec.servers[0].tls.mode'],
    },
    { title: 'no Secret', manifests: gateway('mode: SIMPLE'), finds: ['spec.servers[0].tls'] },
  ],
  *check(object, { graph }) {
    const selector = textsAt(valueAt(object.body, 'spec', 'selector'));
    const workloads = Object.keys(selector).length === 0 ? [] : graph.pods.withLabelsAnywhere(selector);
    const unselected = workloads.length > 0 ? undefined : selectorProblem(graph, selector);
    if (unselected !== undefined) yield unselected;
    for (const server of itemsAt(valueAt(object.body, 'spec'), 'servers', 'spec')) {
      const problem =
        tlsProblem(server) ?? secretProblem(graph, server, workloads) ?? passProblem(graph, object, server);
      if (problem !== undefined) yield problem;
    }
  },
});

/** Where the set has a gateway whose label is spelt nearly so. */
function selectorProblem(graph: Graph, selector: Readonly<Record<string, string>>): Problem | undefined {
  const entries = Object.entries(selector);
  const near = proxies(graph).find(({ labels }) =>
    entries.every(([key, value]) => labels[key] === value || isMisspelling(value, labels[key] ?? '')),
  );
  if (near === undefined) return undefined;
  const { hint, edits } = nearPods(graph, near.namespace, selector, 'spec.selector');
  return {
    field: 'spec.selector',
    message: `no pod has the labels ${printLabels(selector)}${hint}`,
    edits,
    related: [{ object: near.object, field: `${near.template}metadata.labels` }],
  };
}

/** The pods that Istio's proxy alone runs in. */
const proxies = oncePerGraph((graph): readonly Workload[] =>
  graph.pods.all.filter(
    ({ containers, labels }) =>
      labels['istio'] !== undefined ||
      containers.some(({ container }) => /(?:^|\/)proxyv2[:@]|^auto$/.test(textOf(container.image))),
  ),
);

function tlsProblem({ item, field }: Item): Problem | undefined {
  const tls = valueAt(item, 'tls');
  const mode = textOf(valueAt(tls, 'mode'));
  if (!['SIMPLE', 'MUTUAL', 'OPTIONAL_MUTUAL'].includes(mode)) return undefined;
  const names = ['credentialName', 'credentialNames', 'serverCertificate', 'tlsCertificates'];
  if (names.some((name) => valueAt(tls, name) !== undefined)) return undefined;
  return {
    field: `${field}.tls`,
    message: `TLS is ended here (${mode}), and neither credentialName nor serverCertificate names a certificate`,
  };
}

function secretProblem(graph: Graph, { item, field }: Item, workloads: readonly Workload[]): Problem | undefined {
  const name = textOf(valueAt(item, 'tls', 'credentialName'));
  if (name === '' || workloads.length === 0) return undefined;
  const there = workloads.some(
    ({ namespace }) => graph.has('Secret', namespace, name) || isMadeSecret(graph, namespace, name),
  );
  const [other] = graph.named('Secret', name);
  if (there || other === undefined) return undefined;
  const [{ namespace, object }] = workloads as readonly [Workload];
  return {
    field: `${field}.tls.credentialName`,
    message: `the pods of ${nameOf(object)} read the Secret '${name}' from namespace '${namespace}'; it is in namespace '${other.namespace}'`,
    related: [{ object: other, field: 'metadata.name' }],
  };
}

function passProblem(graph: Graph, gateway: SetObject, { item, field }: Item): Problem | undefined {
  if (textOf(valueAt(item, 'tls', 'mode')) !== 'PASSTHROUGH') return undefined;
  const servers = itemsOf(valueAt(gateway.body, 'spec', 'servers'));
  // Another server of the Gateway may be that of the routes of HTTP.
  if (servers.length > 1) return undefined;
  const leading = servedBy(graph).get(`${gateway.namespace}\n${gateway.name}`) ?? [];
  const http = leading.find(
    ({ body }) => valueAt(body, 'spec', 'http') !== undefined && valueAt(body, 'spec', 'tls') === undefined,
  );
  if (http === undefined) return undefined;
  return {
    field: `${field}.tls.mode`,
    message: `TLS passes through undecrypted, and ${nameOf(http)} has routes of HTTP alone: they are never asked`,
    related: [{ object: http, field: 'spec.http' }],
  };
}

/** The VirtualServices by the Gateways that they name. */
const servedBy = oncePerGraph((graph): ReadonlyMap<string, readonly SetObject[]> => {
  const served = new Map<string, SetObject[]>();
  for (const one of graph.ofKind('networking.istio.io VirtualService')) {
    for (const { name } of gatewaysOf(one)) {
      const named = gatewayNamed(name, one);
      addTo(served, `${named.namespace}\n${named.name}`, one);
    }
  }
  return served;
});
