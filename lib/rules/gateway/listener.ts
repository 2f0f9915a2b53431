import { listenersOf, type GatewayListener } from '../../graph/routes/gateway-listeners';
import { itemsAt } from '../../graph/routes/custom-route';
import { gatewayGroup } from '../../graph/routes/gateway';
import type { Graph } from '../../graph/graph';
import { isMadeSecret, issuerOf } from '../../graph/secret-makers';
import type { SetObject } from '../../graph/set-object';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { custom, gateway, httpRoute } from '../custom-example';
import { web } from '../ingress-example';
import { missingReference } from '../reference';
import { defineRule, type Problem } from '../rule';
import { missingSecret } from '../tls/missing-secret';

const secure = (tls: string): string =>
  web + gateway(`{ name: https, port: 443, protocol: HTTPS${tls} }`) + httpRoute();
const shown = ', tls: { certificateRefs: [{ name: shop-tls }] }';
const secret = (name: string): string => `
---
apiVersion: v1
kind: Secret
metadata: { name: ${name} }
type: Opaque
`;
const gatewayClass = (name: string): string =>
  custom('gateway.networking.k8s.io/v1 GatewayClass', name, '{ controllerName: example.com/gateway }');
const certificate = 'spec.listeners[0].tls.certificateRefs[0].name';

export const gatewayListener = defineRule({
  id: 'gateway/listener',
  class: 'broken',
  on: ['gateway.networking.k8s.io Gateway', 'gateway.networking.k8s.io ListenerSet'],
  summary: 'A listener of HTTPS has a certificate that is there, and a Gateway a class that is.',
  why: 'The API server takes a listener of HTTPS without `tls`, and one whose Secret does not exist: the listener is not programmed, and nobody answers at its port. Of a class that does not exist no controller takes the Gateway.',
  fix: 'Name a Secret of the namespace of the Gateway under `tls.certificateRefs`, or have cert-manager make it by an annotation of the Gateway.',
  symptoms: [
    'connection refused',
    'InvalidCertificateRef',
    'no TLS handshake',
    'Programmed is False',
    'Waiting for controller',
  ],
  references: ['https://gateway-api.sigs.k8s.io/guides/tls/'],
  good: [
    { title: 'a Secret', manifests: secure(shown) + secret('shop-tls') },
    { title: 'a Gateway alone', manifests: gateway(`{ name: https, port: 443, protocol: HTTPS${shown} }`) },
    {
      title: 'made by cert-manager',
      manifests:
        web +
        gateway(`{ name: https, port: 443, protocol: HTTPS${shown} }`, {
          annotations: 'cert-manager.io/cluster-issuer: ca',
        }),
    },
    {
      title: 'kept by the cloud',
      manifests: secure(', tls: { mode: Terminate, options: { networking.gke.io/pre-shared-certs: shop } }'),
    },
    { title: 'a class', manifests: gateway() + gatewayClass('eg') },
    { title: 'a class of somebody else', manifests: gateway() },
  ],
  bad: [
    { title: 'no tls', manifests: secure(''), finds: ['spec.listeners[0]'] },
    { title: 'a Secret that is spelt otherwise', manifests: secure(shown) + secret('shop-tsl'), finds: [certificate] },
    { title: 'a Secret that nobody makes', manifests: secure(shown), finds: [certificate] },
    {
      title: 'a class that is spelt otherwise',
      manifests: gateway().replace('gatewayClassName: eg', 'gatewayClassName: envyo') + gatewayClass('envoy'),
      finds: ['spec.gatewayClassName'],
    },
  ],
  *check(object, { graph }) {
    const name = textOf(valueAt(object.body, 'spec', 'gatewayClassName'));
    const reference = {
      kinds: [`${gatewayGroup} GatewayClass`] as const,
      namespace: '',
      name,
      field: 'spec.gatewayClassName',
    };
    const unknown = missingReference(graph, reference);
    if (unknown !== undefined) yield unknown;
    for (const listener of listenersOf(object)) yield* tlsProblems(graph, object, listener);
  },
});

function* tlsProblems(
  graph: Graph,
  object: SetObject,
  { item, field, protocol, name }: GatewayListener,
): Iterable<Problem> {
  const tls = valueAt(item, 'tls');
  if (tls === undefined) {
    if (protocol === 'HTTPS')
      yield { field, message: `listener '${name}' speaks HTTPS and has no \`tls\`, so that it has no certificate` };
    return;
  }
  const issued = issuerOf(object) !== undefined;
  if (issued || itemsOf(valueAt(tls, 'certificateRefs')).length === 0) return;
  for (const one of itemsAt(tls, 'certificateRefs', `${field}.tls`)) {
    const kind = textOf(valueAt(one.item, 'kind')) || 'Secret';
    const secretName = textOf(valueAt(one.item, 'name'));
    const namespace = textOf(valueAt(one.item, 'namespace')) || object.namespace;
    if (kind !== 'Secret' || secretName === '' || graph.has('Secret', namespace, secretName)) continue;
    if (isMadeSecret(graph, namespace, secretName)) continue;
    const problem = missingSecret(graph, namespace, secretName, `${one.field}.name`);
    if (problem !== undefined) yield problem;
  }
}
