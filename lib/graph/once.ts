import type { Graph } from './graph';

/** Works something out once for each object that is asked about, when it is first asked for. */
export function once<Key extends object, Value>(workOut: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined && !known.has(key)) {
      value = workOut(key);
      known.set(key, value);
    }
    return value as Value;
  };
}

/** Works something out once for each set, when it is first asked for. */
export function oncePerGraph<Value>(workOut: (graph: Graph) => Value): (graph: Graph) => Value {
  return once(workOut);
}
