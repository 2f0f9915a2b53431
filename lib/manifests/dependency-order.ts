/** Something with a place in an order, or a stand-in without a value that gathers what several others need. */
export interface Vertex<T> {
  readonly value: T | undefined;
  /** What comes before it. */
  readonly needs: Vertex<T>[];
}

/**
 * The values in an order in which each one comes after all that it needs; otherwise in the order given, as cdk8s has it: it begins with those that
 * nothing needs, so what is needed moves to where it is needed first.
 *
 * Time and memory grow with the number of vertices and needs, however many ways lead from one to another.
 *
 * @param name what an error calls a value.
 * @throws Error that names the values of a cycle.
 */
export function inDependencyOrder<T>(vertices: readonly Vertex<T>[], name: (value: T) => string): T[] {
  const needed = new Set<Vertex<T>>();
  // What is added to a set while it is walked over is walked over too: the needs of stand-ins come into view here.
  const givers = new Set(vertices);
  for (const { needs } of givers) {
    for (const need of needs) {
      needed.add(need);
      givers.add(need);
    }
  }
  const order: T[] = [];
  const done = new Set<Vertex<T>>();
  for (const vertex of vertices) if (!needed.has(vertex)) visit(vertex, done, order, name);
  // All that is left lies on a cycle, or is needed by one.
  for (const vertex of vertices) visit(vertex, done, order, name);
  return order;
}

/** Appends the vertex after all that it needs. Without recursion: a chain may be longer than the stack is deep. */
function visit<T>(start: Vertex<T>, done: Set<Vertex<T>>, order: T[], name: (value: T) => string): void {
  if (done.has(start)) return;
  const open = new Set([start]);
  const path = [{ vertex: start, rest: start.needs.values() }];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const next = top.rest.next().value;
    if (next === undefined) {
      path.pop();
      open.delete(top.vertex);
      done.add(top.vertex);
      if (top.vertex.value !== undefined) order.push(top.vertex.value);
    } else if (open.has(next)) {
      const round = path.slice(path.findIndex(({ vertex }) => vertex === next)).map(({ vertex }) => vertex);
      throw cycleError([...round, next].flatMap(({ value }) => (value === undefined ? [] : [name(value)])));
    } else if (!done.has(next)) {
      open.add(next);
      path.push({ vertex: next, rest: next.needs.values() });
    }
  }
}

function cycleError(names: readonly string[]): Error {
  const [first, last] = [names[0], names.at(-1)];
  // A stand-in may have closed the round; the names are to close it too.
  const round = first === last && names.length > 1 ? names : [...names, first];
  return new Error(`Dependency cycle detected: ${round.join(' => ')}. Remove one of these dependencies.`);
}
