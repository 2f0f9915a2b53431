import type { Graph } from '../../graph/graph';
import { isMisspelling } from '../../kubernetes/misspelling';
import { nearest } from '../../kubernetes/wording';
import { namesOneNamespace } from '../route/one-namespace';
import type { Problem } from '../rule';

/**
 * What is wrong with the name of a Secret of TLS that nobody makes: an error where the set shows what was meant, and a warning where it may be made
 * by hand.
 */
export function missingSecret(graph: Graph, namespace: string, name: string, field: string): Problem | undefined {
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
  // A set without any Service or pod of the namespace holds routes alone: the rest lies elsewhere.
  if (graph.names('Service', namespace).length === 0 && graph.pods.inNamespace(namespace).length === 0)
    return undefined;
  return { field, message: `${about}, and nothing in the set makes it`, severity: 'warning' };
}
