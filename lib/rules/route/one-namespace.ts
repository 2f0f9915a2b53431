import { oncePerGraph } from '../../graph/once';

/**
 * Whether no more than one namespace is named, and some objects name none: those are put where the renderer was told to, so that a difference of
 * namespaces says nothing.
 */
export const namesOneNamespace = oncePerGraph((graph): boolean => {
  const said = new Set<string>();
  let silent = false;
  for (const { ref, namespace } of graph.objects) {
    if (ref.namespace !== undefined) said.add(ref.namespace);
    else if (namespace !== '') silent = true;
  }
  return silent && said.size <= 1;
});
