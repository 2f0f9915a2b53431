import { besidesControllers, ingresses } from '../../graph/subjects';
import { makesOf } from '../../graph/ingress-makes';
import { annotationOf, nameOf } from '../../graph/set-object';
import { isEverywhere } from '../../kubernetes/address-ranges';
import { deployment, service } from '../example-manifests';
import { ingress } from '../ingress-example';
import { defineRule } from '../rule';

const key = 'nginx.ingress.kubernetes.io/whitelist-source-range';
const guarded = ingress({ annotations: [`${key}: 192.0.2.0/24`] });
const controller = deployment('controller', 'app: controller', {
  image: 'registry.k8s.io/ingress-nginx/controller:v1.15.1',
});
const balanced = (spec = ''): string =>
  service('app: controller', { name: 'controller', port: 'port: 80', spec: `type: LoadBalancer${spec}` }) + controller;

export const allowListAddress = defineRule({
  id: 'ingress/allow-list-address',
  class: 'broken',
  on: ['Ingress'],
  among: besidesControllers(ingresses),
  summary: 'Where addresses of clients are allowed or denied, the controller sees them.',
  why: "With `externalTrafficPolicy: Cluster` a node puts its own address in place of the client's: an allow list then refuses everyone, or lets everyone in once the nodes are on it.",
  fix: 'Set `externalTrafficPolicy: Local` on the Service of the controller, or have the load balancer hand the address over by the PROXY protocol.',
  symptoms: ['403 from the controller', 'client address is that of a node', 'allow list lets everyone in'],
  references: ['https://kubernetes.io/docs/tutorials/services/source-ip/'],
  good: [
    { title: 'the client address is kept', manifests: balanced('\n  externalTrafficPolicy: Local') + guarded },
    { title: 'the controller is not in the set', manifests: guarded },
    { title: 'all addresses', manifests: balanced() + guarded.replace('192.0.2.0/24', '0.0.0.0/0') },
  ],
  bad: [{ title: "the node's address", manifests: balanced() + guarded, finds: [`metadata.annotations[${key}]`] }],
  *check(ingress, { graph }) {
    const found = keys.find((one) => annotationOf(ingress, one) !== undefined);
    // A list of all addresses asks for none.
    if (found === undefined || (annotationOf(ingress, found) ?? '').split(',').some((one) => isEverywhere(one.trim())))
      return;
    const { installed } = makesOf(graph, ingress);
    const [controller, ...others] = installed;
    if (controller === undefined || others.length > 0 || controller.workload.spec.hostNetwork === true) return;
    const ports = controller.container.container.ports ?? [];
    // A port of the node keeps the address; PROXY protocol and headers are settings of the controller.
    if (ports.some((port) => (port?.hostPort ?? 0) > 0) || handsAddressOver(controller.configMap?.body.data ?? {}))
      return;
    const open = controller.services.filter(({ body }) => ['LoadBalancer', 'NodePort'].includes(body.spec?.type ?? ''));
    const lossy = open.filter(({ body }) => (body.spec?.externalTrafficPolicy ?? 'Cluster') !== 'Local');
    const [first] = lossy;
    // Annotations of clouds turn on the PROXY protocol or targets of their own.
    if (
      first === undefined ||
      lossy.length < open.length ||
      /proxy-protocol|target-type/.test(Object.keys(first.annotations).join())
    )
      return;
    yield {
      field: `metadata.annotations[${found}]`,
      message: `the controller sees addresses of nodes, not of clients: ${nameOf(first)} has externalTrafficPolicy Cluster`,
      related: [{ object: first, field: 'spec.externalTrafficPolicy' }],
    };
  },
});

const keys = [
  'nginx.ingress.kubernetes.io/whitelist-source-range',
  'nginx.ingress.kubernetes.io/allowlist-source-range',
  'nginx.ingress.kubernetes.io/denylist-source-range',
  'haproxy.org/allow-list',
  'haproxy.org/deny-list',
  'haproxy.org/whitelist',
  'haproxy.org/blacklist',
  'haproxy-ingress.github.io/allowlist-source-range',
  'haproxy-ingress.github.io/denylist-source-range',
  'haproxy-ingress.github.io/whitelist-source-range',
];

function handsAddressOver(data: Readonly<Record<string, unknown>>): boolean {
  return [
    'use-proxy-protocol',
    'use-forwarded-headers',
    'proxy-protocol',
    'real-ip-header',
    'forwarded-for-header',
  ].some((key) => data[key] !== undefined && data[key] !== 'false');
}
