import { isBuiltInGroup } from '../../../lib/validation/api-group';
import type { ClusterFacts } from '../cluster/facts';
import type { KubeObject } from '../objects';
import { isService } from '../objects';
import type { Options } from '../options';
import type { ManifestSet } from '../sets';
import { outsidePorts, toldAddresses } from '../ways/told-addresses';
import type { ToldAddress } from '../ways/told-addresses';
import { renameClusterRoles } from './cluster-scoped';
import type { EchoImage } from './echo-image';
import type { TlsSecret } from './ingresses';
import { missingCertificates, replaceClasses } from './ingresses';
import type { IsNamespaced } from './namespaces';
import { moveToNamespaces, namespaceMap } from './namespaces';
import { replacePods } from './pods';
import { replaceAddresses } from './services';
import { missingObjects, missingPods, outsideHost } from './stand-ins';
import { replaceClaims } from './storage';

/** By this label everything of the test is found again. */
export const setLabel = 'exposed-app-e2e/set';

/** A set as the cluster gets it. */
export interface RewrittenSet {
  readonly name: string;
  /** The namespaces of the set, and the one of the hosts outside, where there are any. */
  readonly namespaces: readonly string[];
  readonly outside: string;
  /** The namespaces as objects. */
  readonly namespaceObjects: readonly KubeObject[];
  /** What the set needs and does not hold. */
  readonly standIns: readonly KubeObject[];
  /** The documents with other namespaces and no other change. */
  readonly asWritten: readonly KubeObject[];
  /** The documents as they are applied. */
  readonly documents: readonly KubeObject[];
  readonly certificates: readonly TlsSecret[];
  readonly told: readonly ToldAddress[];
  /** The ports of the host outside by the key of its ExternalName Service. */
  readonly outsidePorts: ReadonlyMap<string, readonly number[]>;
  /** What a reader of the table has to know. */
  readonly changes: readonly string[];
}

export function rewriteSet(set: ManifestSet, echo: EchoImage, options: Options, facts: ClusterFacts): RewrittenSet {
  const isNamespaced: IsNamespaced = ({ apiVersion, kind }) => facts.kinds.get(`${apiVersion} ${kind}`);
  // Built-in kinds are applied even where the server does not list them: it shall say so itself.
  const known = set.documents.filter(
    (document) => isNamespaced(document) !== undefined || isBuiltInGroup(document.apiVersion),
  );
  const unknown = set.documents.filter((document) => !known.includes(document));
  const map = namespaceMap(set.name, known, isNamespaced);
  const moved = renameClusterRoles(moveToNamespaces(known, map, isNamespaced), set.name);
  const asWritten = moved.filter(({ kind }) => kind !== 'Namespace');
  const outside = `e2e-${set.name}-outside`;
  const pods = replacePods(asWritten, echo, facts.nodes);
  const stored = replaceClaims(pods.documents, facts);
  const addressed = replaceAddresses(stored.documents, { ...facts, ...options });
  const classed = replaceClasses(addressed, options.ingressClass, facts);
  const told = toldAddresses(asWritten, asWritten.filter(isService));
  const external = outsideHosts(classed, outside, told, echo, options.clusterDomain);
  const namespaces = [...map.values(), ...(external.ports.size > 0 ? [outside] : [])];
  const written = new Map(
    moved.filter(({ kind }) => kind === 'Namespace').map((object) => [object.metadata.name, object] as const),
  );
  return {
    name: set.name,
    namespaces,
    outside,
    namespaceObjects: namespaces.map((name) => mark(written.get(name) ?? emptyNamespace(name), set.name)),
    standIns: [...missingObjects(asWritten), ...missingPods(asWritten, echo), ...external.standIns],
    asWritten,
    documents: external.documents.map((document) => mark(document, set.name)),
    certificates: missingCertificates(classed),
    told,
    outsidePorts: external.ports,
    changes: [...pods.changes, ...stored.changes, ...unknown.map(leftOut)],
  };
}

function outsideHosts(
  documents: readonly KubeObject[],
  namespace: string,
  told: readonly ToldAddress[],
  echo: EchoImage,
  clusterDomain: string,
): {
  readonly documents: readonly KubeObject[];
  readonly standIns: readonly KubeObject[];
  readonly ports: ReadonlyMap<string, readonly number[]>;
} {
  const standIns: KubeObject[] = [];
  const ports = new Map<string, readonly number[]>();
  const replaced = documents.map((document) => {
    if (!isService(document) || document.spec.type !== 'ExternalName') return document;
    const { name, namespace: own = '' } = document.metadata;
    const numbers = outsidePorts(document, told);
    ports.set(`${own}/${name}`, numbers);
    standIns.push(...outsideHost({ service: document, namespace, ports: numbers }, echo));
    return { ...document, spec: { ...document.spec, externalName: `${name}.${namespace}.svc.${clusterDomain}` } };
  });
  return { documents: replaced, standIns, ports };
}

function emptyNamespace(name: string): KubeObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

function mark(object: KubeObject, set: string): KubeObject {
  const labels = { ...object.metadata.labels, [setLabel]: set };
  return { ...object, metadata: { ...object.metadata, labels } };
}

function leftOut({ apiVersion, kind, metadata }: KubeObject): string {
  return `${kind} ${metadata.name}: left out, the cluster has no ${apiVersion}`;
}
