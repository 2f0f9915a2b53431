import type { Graph } from './graph';

/** Works something out once for each set, when it is first asked for. */
export function oncePerGraph<Value>(workOut: (graph: Graph) => Value): (graph: Graph) => Value {
  const known = new WeakMap<Graph, { readonly value: Value }>();
  return (graph) => {
    let found = known.get(graph);
    if (found === undefined) {
      found = { value: workOut(graph) };
      known.set(graph, found);
    }
    return found.value;
  };
}
