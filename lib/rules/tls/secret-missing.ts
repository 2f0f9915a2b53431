import { albAnnotations, gkeAnnotations } from '../../controllers/annotations';
import type { Graph } from '../../graph/graph';
import { makesOf } from '../../graph/ingress-makes';
import { isMadeSecret, issuerOf } from '../../graph/secret-makers';
import { annotationOf, type SetObject } from '../../graph/set-object';
import { tlsEntries } from '../../graph/tls-entries';
import type { Ingress } from '../../kubernetes/api';
import { nearest } from '../../kubernetes/wording';
import { namesOneNamespace } from '../route/one-namespace';
import { defineRule, type Problem } from '../rule';
import { bad, good } from './secret-missing.examples';

export const tlsSecretMissing = defineRule({
  id: 'tls/secret-missing',
  class: 'broken',
  on: ['Ingress'],
  summary: 'The Secret of a certificate is in the namespace of the Ingress, or somebody makes it there.',
  why: 'A controller that does not find the Secret answers with a certificate of its own, which browsers refuse. It is an error where the set shows what was meant, and a warning where the Secret may be made by hand.',
  fix: 'Name a Secret of the same namespace; have it made by cert-manager, or tell the target under `exists` that it is there.',
  symptoms: ['fake certificate', 'TRAEFIK DEFAULT CERT', 'certificate not valid', 'secret not found'],
  references: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#tls'],
  good,
  bad,
  *check(ingress, { graph }) {
    const { makes } = makesOf(graph, ingress);
    // Their certificates are kept by the cloud, and the Secret is left alone.
    if (makes.includes(albAnnotations) || isKeptByCloud(graph, ingress) || issuerOf(ingress) !== undefined) return;
    const namespace = annotationOf(ingress, 'projectcontour.io/tls-cert-namespace') ?? ingress.namespace;
    for (const { secretName, field } of tlsEntries(ingress)) {
      const known = secretName === '' || graph.has('Secret', namespace, secretName);
      if (known || isMadeSecret(graph, namespace, secretName)) continue;
      const problem = missing(graph, namespace, secretName, `${field}.secretName`);
      if (problem !== undefined) yield problem;
    }
  },
});

function isKeptByCloud(graph: Graph, ingress: SetObject<Ingress>): boolean {
  const kept = ['ingress.gcp.kubernetes.io/pre-shared-cert', 'networking.gke.io/managed-certificates'];
  return (
    makesOf(graph, ingress).makes.includes(gkeAnnotations) &&
    kept.some((key) => annotationOf(ingress, key) !== undefined)
  );
}

function missing(graph: Graph, namespace: string, name: string, field: string): Problem | undefined {
  const [other] = graph.named('Secret', name);
  const about = `namespace '${namespace}' has no Secret '${name}'`;
  if (other !== undefined) {
    if (namesOneNamespace(graph)) return undefined;
    return {
      field,
      message: `${about}; one of that name is in namespace '${other.namespace}', and an Ingress reads those of its own namespace alone`,
      related: [{ object: other, field: 'metadata.name' }],
    };
  }
  const near = nearest(name, graph.names('Secret', namespace));
  if (near !== undefined)
    return { field, message: `${about}; '${near}' comes near`, edits: [{ set: field, value: near }] };
  const certificate = graph.find('cert-manager.io Certificate', namespace, name);
  if (certificate !== undefined) {
    const message = `${about}: the Certificate of that name keeps its own in another Secret`;
    return { field, message, related: [{ object: certificate, field: 'spec.secretName' }] };
  }
  // A set without any Service or pod of the namespace holds routes alone: the rest lies elsewhere.
  if (graph.names('Service', namespace).length === 0 && graph.pods.inNamespace(namespace).length === 0)
    return undefined;
  return { field, message: `${about}, and nothing in the set makes it`, severity: 'warning' };
}
