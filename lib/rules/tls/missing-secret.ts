import type { Graph } from '../../graph/graph';
import { oncePerGraph } from '../../graph/once';
import { nameOf, type SetObject } from '../../graph/set-object';
import { isMisspelling } from '../../kubernetes/misspelling';
import { nearest } from '../../kubernetes/wording';
import { itemsOf, textOf, valueAt } from '../../manifests/untyped';
import { namesOneNamespace } from '../route/one-namespace';
import type { Problem } from '../rule';

/**
 * What is wrong with the name of a Secret of TLS that nobody makes: an error where the set shows what was meant, and a warning where it may be made
 * by hand.
 */
export function missingSecret(
  graph: Graph,
  namespace: string,
  name: string,
  field: string,
  hosts: readonly string[] = [],
): Problem | undefined {
  const [other] = graph.named('Secret', name);
  const about = `namespace '${namespace}' has no Secret '${name}'`;
  if (other !== undefined) {
    if (namesOneNamespace(graph)) return undefined;
    return {
      field,
      message: `${about}; one of that name is in namespace '${other.namespace}', and only those of its own namespace are read`,
      related: [{ object: other, field: 'metadata.name' }],
    };
  }
  const near = nearest(name, graph.names('Secret', namespace));
  if (near !== undefined && isMisspelling(name, near))
    return { field, message: `${about}; '${near}' comes near`, edits: [{ set: field, value: near }] };
  const certificate = graph.find('cert-manager.io Certificate', namespace, name);
  if (certificate !== undefined) {
    const message = `${about}: the Certificate of that name keeps its own in another Secret`;
    return { field, message, related: [{ object: certificate, field: 'spec.secretName' }] };
  }
  const forHost = onlyCertificateFor(graph, namespace, hosts);
  if (forHost !== undefined) {
    const kept = textOf(valueAt(forHost.body, 'spec', 'secretName'));
    const message = `${about}: ${nameOf(forHost)}, for the same host, keeps its own in '${kept}'`;
    return {
      field,
      message,
      related: [{ object: forHost, field: 'spec.secretName' }],
      edits: [{ set: field, value: kept }],
    };
  }
  // A set without any Service or pod of the namespace holds routes alone: the rest lies elsewhere.
  if (graph.names('Service', namespace).length === 0 && graph.pods.inNamespace(namespace).length === 0)
    return undefined;
  return { field, message: `${about}, and nothing in the set makes it`, severity: 'warning' };
}

/** The one Certificate of cert-manager in the namespace that names one of the hosts. */
function onlyCertificateFor(graph: Graph, namespace: string, hosts: readonly string[]): SetObject | undefined {
  const [only, ...more] = (certificatesByHost(graph).get(namespace) ?? []).filter(({ names }) =>
    hosts.some((host) => names.has(host)),
  );
  return more.length === 0 ? only?.object : undefined;
}

const certificatesByHost = oncePerGraph((graph) => {
  const found = new Map<string, { readonly object: SetObject; readonly names: ReadonlySet<string> }[]>();
  for (const object of graph.ofKind('cert-manager.io Certificate')) {
    const names = new Set(itemsOf(valueAt(object.body, 'spec', 'dnsNames')).map(textOf));
    const list = found.get(object.namespace) ?? [];
    list.push({ object, names });
    found.set(object.namespace, list);
  }
  return found;
});
