import { itemsOf, textOf, valueAt } from '../manifests/untyped';
import type { Graph } from './graph';
import { oncePerGraph } from './once';
import { annotationOf, type SetObject } from './set-object';
import { tlsEntries } from './tls-entries';

/** Where objects of operators name the Secret that they make, most of all by their own name. */
const places: readonly (readonly string[])[] = [
  ['spec', 'secretName'],
  ['spec', 'target', 'name'],
  ['spec', 'destination', 'name'],
  ['spec', 'template', 'metadata', 'name'],
  ['spec', 'managedSecretReference', 'secretName'],
  ['spec', 'externalSecretName'],
];

/** Programs that copy a Secret into other namespaces. */
const copiers = [
  'reflector.v1.k8s.emberstack.com/reflection-auto-enabled',
  'reflector.v1.k8s.emberstack.com/reflection-allowed',
  'replicator.v1.mittwald.de/replicate-to',
  'replicator.v1.mittwald.de/replicate-to-matching',
  'kubed.appscode.com/sync',
];

/** The Secrets that objects of operators make, by namespace and name; with `*` for those in every namespace. */
const madeSecrets = oncePerGraph((graph): ReadonlySet<string> => {
  const made = new Set<string>();
  for (const object of graph.objects) {
    for (const name of namesMadeBy(object))
      made.add(`${object.kind.startsWith('Cluster') ? '*' : object.namespace}\n${name}`);
  }
  // What one Ingress has made others of its namespace may show as well.
  for (const ingress of graph.ofKind('Ingress')) {
    if (issuerOf(ingress) === undefined) continue;
    for (const { secretName } of tlsEntries(ingress)) made.add(`${ingress.namespace}\n${secretName}`);
  }
  for (const secret of graph.ofKind('Secret')) {
    if (copiers.some((key) => annotationOf(secret, key) !== undefined)) made.add(`*\n${secret.name}`);
  }
  return made;
});

function namesMadeBy({ kind, name, group, body }: SetObject): readonly string[] {
  if (!group.includes('.') || !/Secret|Certificate|OnePasswordItem/.test(kind)) return [];
  const said = places.map((place) => textOf(valueAt(body, ...place))).filter((text) => text !== '');
  const listed = ['secretObjects', 'secretTemplates'].flatMap((list) => itemsOf(valueAt(body, 'spec', list)));
  const names = listed.map((item) => textOf(valueAt(item, 'secretName')) || textOf(valueAt(item, 'name')));
  return [...said, ...names, ...(kind === 'Certificate' ? [] : [name])];
}

/** Whether a Secret is made by an object of the set: of cert-manager, External Secrets, Sealed Secrets and the like. */
export function isMadeSecret(graph: Graph, namespace: string, name: string): boolean {
  const made = madeSecrets(graph);
  return made.has(`${namespace}\n${name}`) || made.has(`*\n${name}`);
}

/** Annotations that have a certificate made for an Ingress. */
const issuers = [
  'cert-manager.io/issuer',
  'cert-manager.io/cluster-issuer',
  'certmanager.k8s.io/issuer',
  'certmanager.k8s.io/cluster-issuer',
  'cert.gardener.cloud/purpose',
  'haproxy-ingress.github.io/cert-signer',
];

/** The annotation by which the certificates of an Ingress are made; undefined where none is. */
export function issuerOf(ingress: Pick<SetObject, 'annotations'>): string | undefined {
  const asked = issuers.find((key) => annotationOf(ingress, key) !== undefined);
  return annotationOf(ingress, 'kubernetes.io/tls-acme') === 'true' ? 'kubernetes.io/tls-acme' : asked;
}

/** The Certificates of cert-manager, by namespace and the Secret that they keep. */
const certificates = oncePerGraph((graph): ReadonlyMap<string, SetObject> => {
  const all = graph.ofKind('cert-manager.io Certificate');
  return new Map(all.map((one) => [`${one.namespace}\n${textOf(valueAt(one.body, 'spec', 'secretName'))}`, one]));
});

/** The Certificate of cert-manager that keeps the Secret. */
export function certificateFor(graph: Graph, namespace: string, secretName: string): SetObject | undefined {
  return certificates(graph).get(`${namespace}\n${secretName}`);
}
