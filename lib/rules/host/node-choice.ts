import type { Workload } from '../../graph/workload';

/** The nodes that pods may run on, as far as labels of nodes decide: for each key the values that are allowed. */
export interface NodeChoice {
  /** The one node that is named; undefined where the scheduler chooses. */
  readonly node: string | undefined;
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Which nodes pods may run on: by name, by `nodeSelector`, and by the affinity that is required. */
export function nodeChoiceOf({ spec }: Workload): NodeChoice {
  const labels = new Map<string, ReadonlySet<string>>();
  for (const [key, value] of Object.entries(spec.nodeSelector ?? {})) labels.set(key, new Set([value ?? '']));
  const terms = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  // Several terms are alternatives: nothing certain follows from them.
  const [term] = terms;
  if (terms.length === 1) {
    for (const expression of term?.matchExpressions ?? []) {
      const { key, operator, values } = expression ?? {};
      if (key != null && operator === 'In' && !labels.has(key)) {
        labels.set(key, new Set((values ?? []).map((value) => value ?? '')));
      }
    }
  }
  return { node: spec.nodeName ?? undefined, labels };
}

/** Whether no node can be in both choices. */
export function areApart(one: NodeChoice, other: NodeChoice): boolean {
  if (one.node !== undefined && other.node !== undefined) return one.node !== other.node;
  for (const [key, values] of one.labels) {
    const others = other.labels.get(key);
    if (others !== undefined && [...values].every((value) => !others.has(value))) return true;
  }
  return false;
}

/** Whether it is one node that is chosen, so that two pods meet there. */
export function isOneNode({ node, labels }: NodeChoice): boolean {
  return node !== undefined || labels.get('kubernetes.io/hostname')?.size === 1;
}

/** Whether every node of the second choice is one of the first. */
export function covers(outer: NodeChoice, inner: NodeChoice): boolean {
  if (outer.node !== undefined) return outer.node === inner.node;
  return [...outer.labels].every(([key, values]) => {
    const others = inner.labels.get(key);
    return others !== undefined && [...others].every((value) => values.has(value));
  });
}
