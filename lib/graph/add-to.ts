/** Adds to the list that a map keeps under a key. */
export function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The map that a map keeps under a key, made where there is none. */
export function childOf<Key, ChildKey, Value>(map: Map<Key, Map<ChildKey, Value>>, key: Key): Map<ChildKey, Value> {
  let child = map.get(key);
  if (child === undefined) map.set(key, (child = new Map<ChildKey, Value>()));
  return child;
}
