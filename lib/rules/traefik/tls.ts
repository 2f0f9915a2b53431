import { isMadeSecret } from '../../graph/secret-makers';
import type { SetObject } from '../../graph/set-object';
import type { Graph } from '../../graph/graph';
import { entryPointsOf, traefikGroups } from '../../graph/routes/traefik';
import { traefikInSet, type TraefikInSet } from '../../graph/traefik-in-set';
import { nearest, quoteList } from '../../kubernetes/wording';
import { textOf, valueAt } from '../../manifests/untyped';
import { custom, ingressRoute } from '../custom-example';
import { web } from '../ingress-example';
import { defineRule, type Problem } from '../rule';
import { missingSecret } from '../tls/missing-secret';
import { traefik } from './traefik.examples';

const secured = (tls: string): string =>
  web + ingressRoute(undefined, { spec: `entryPoints: [websecure], tls: ${tls}` });
const resolver = ['--certificatesResolvers.le.acme.tlsChallenge=true'];
const secret = (name: string, namespace = 'default'): string => `
---
apiVersion: v1
kind: Secret
metadata: { name: ${name}, namespace: ${namespace} }
type: Opaque
`;

export const traefikTls = defineRule({
  id: 'traefik/tls',
  class: 'broken',
  on: [
    'traefik.io IngressRoute',
    'traefik.io IngressRouteTCP',
    'traefik.containo.us IngressRoute',
    'traefik.containo.us IngressRouteTCP',
  ],
  summary: 'A route with TLS has a certificate, and one on an entry point of TLS speaks TLS.',
  why: 'Without a Secret or a resolver that Traefik has, clients get `TRAEFIK DEFAULT CERT`. Without `tls` a route answers plain HTTP only, also on the port of https, where requests get 404.',
  fix: 'Name a Secret of the namespace under `tls.secretName`, or a `certResolver` that Traefik has; write `tls: {}` where a certificate of a TLSStore serves.',
  symptoms: ['TRAEFIK DEFAULT CERT', 'fake certificate', '404 from the controller', 'nonexistent certificate resolver'],
  references: ['https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/http/ingressroute/'],
  good: [
    { title: 'a Secret', manifests: secured('{ secretName: shop-tls }') + secret('shop-tls') },
    {
      title: 'a Secret of somebody else',
      manifests: ingressRoute(undefined, { spec: 'tls: { secretName: shop-tls }' }),
    },
    { title: 'a resolver', manifests: secured('{ certResolver: le }') + traefik(resolver) },
    { title: 'Traefik is elsewhere', manifests: secured('{}') },
    {
      title: 'a certificate for all',
      manifests:
        secured('{}') +
        traefik() +
        custom('traefik.io/v1alpha1 TLSStore', 'default', '{ defaultCertificate: { secretName: all } }'),
    },
    {
      title: 'an entry point with TLS of its own',
      manifests:
        web +
        ingressRoute(undefined, { spec: 'entryPoints: [websecure]' }) +
        traefik(['--entryPoints.websecure.http.tls=true']),
    },
  ],
  bad: [
    {
      title: 'a Secret that is spelt otherwise',
      manifests: secured('{ secretName: shop-tls }') + secret('shop-tsl'),
      finds: ['spec.tls.secretName'],
    },
    {
      title: 'a Secret of another namespace',
      manifests: secured('{ secretName: shop-tls }') + secret('shop-tls', 'edge') + secret('other'),
      finds: ['spec.tls.secretName'],
    },
    {
      title: 'a resolver that Traefik does not have',
      manifests: secured('{ certResolver: lets }') + traefik(resolver),
      finds: ['spec.tls.certResolver'],
    },
    { title: 'neither', manifests: secured('{}') + traefik(), finds: ['spec.tls'] },
    {
      title: 'plain HTTP on the port of https',
      manifests: web + ingressRoute(undefined, { spec: 'entryPoints: [websecure]' }) + traefik(),
      finds: ['spec.entryPoints'],
    },
  ],
  *check(object, { graph }) {
    const tls = valueAt(object.body, 'spec', 'tls');
    const traefik = traefikInSet(graph);
    if (tls === undefined) {
      const problem = object.kind === 'IngressRoute' ? plainProblem(object, traefik) : undefined;
      if (problem !== undefined) yield problem;
      return;
    }
    const [secretName, certResolver] = [textOf(valueAt(tls, 'secretName')), textOf(valueAt(tls, 'certResolver'))];
    const problem = secretProblem(graph, object, secretName) ?? resolverProblem(certResolver, traefik);
    if (problem !== undefined) yield problem;
    else if (
      secretName === '' &&
      certResolver === '' &&
      valueAt(tls, 'passthrough') !== true &&
      lacksDefault(graph, traefik)
    ) {
      yield {
        field: 'spec.tls',
        message:
          'neither a Secret nor a certResolver is named, and the set has no TLSStore: clients get TRAEFIK DEFAULT CERT',
        severity: 'warning',
      };
    }
  },
});

function secretProblem(graph: Graph, { namespace }: SetObject, name: string): Problem | undefined {
  const isKnown = name === '' || graph.has('Secret', namespace, name) || isMadeSecret(graph, namespace, name);
  return isKnown ? undefined : missingSecret(graph, namespace, name, 'spec.tls.secretName');
}

function resolverProblem(name: string, traefik: TraefikInSet | undefined): Problem | undefined {
  const known = traefik?.certResolvers;
  if (name === '' || known === undefined || known.includes(name.toLowerCase())) return undefined;
  const field = 'spec.tls.certResolver';
  const near = nearest(name, known);
  return {
    field,
    message: `Traefik has no certResolver '${name}': it has ${quoteList(known)}`,
    ...(near === undefined ? {} : { edits: [{ set: field, value: near }] }),
  };
}

/** Whether nothing of the set gives Traefik a certificate beside those that routes name. */
function lacksDefault(graph: Graph, traefik: TraefikInSet | undefined): boolean {
  if (traefik?.entryPoints === undefined || traefik.secureEntryPoints.length > 0) return false;
  const files = traefik.controller.flags.some(({ name }) => name.startsWith('providers.file'));
  // A certificate of any Secret that other routes name serves where its names fit.
  const others = graph.objects.some(({ body, key }) => key === 'Ingress' && valueAt(body, 'spec', 'tls') !== undefined);
  return !files && !others && traefikGroups.every((group) => graph.ofKind(`${group} TLSStore`).length === 0);
}

function plainProblem(object: SetObject, traefik: TraefikInSet | undefined): Problem | undefined {
  const asked = entryPointsOf(object).map((name) => name.toLowerCase());
  if (asked.length === 0 || traefik?.entryPoints === undefined) return undefined;
  const secure = (name: string): boolean =>
    ['websecure', 'https'].includes(name) || /:(?:443|8443)(?:\/tcp)?$/.test(addressOf(traefik, name));
  if (!asked.every(secure) || asked.some((name) => traefik.secureEntryPoints.includes(name))) return undefined;
  return {
    field: 'spec.entryPoints',
    message: `the entry point ${quoteList(asked)} is that of https, and neither it nor the route has \`tls\`: https requests get 404`,
  };
}

function addressOf({ controller }: TraefikInSet, entryPoint: string): string {
  return controller.flags.find(({ name }) => name === `entrypoints.${entryPoint}.address`)?.value ?? '';
}
