import { albAnnotations, gkeAnnotations } from '../../controllers/annotations';
import type { Graph } from '../../graph/graph';
import { makesOf } from '../../graph/ingress-makes';
import { isMadeSecret, issuerOf } from '../../graph/secret-makers';
import { annotationOf, type SetObject } from '../../graph/set-object';
import { tlsEntries } from '../../graph/tls-entries';
import type { Ingress } from '../../kubernetes/api';
import { defineRule } from '../rule';
import { missingSecret } from './missing-secret';
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
    for (const { secretName, field, hosts } of tlsEntries(ingress)) {
      const known = secretName === '' || graph.has('Secret', namespace, secretName);
      if (known || isMadeSecret(graph, namespace, secretName)) continue;
      const problem = missingSecret(graph, namespace, secretName, `${field}.secretName`, hosts);
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
