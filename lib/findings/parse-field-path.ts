/**
 * The steps of a field path as the API server prints it: `spec.ports[0]`, `metadata.annotations[example.com/key]`. An item of a list and a key of a
 * map look alike there; whoever walks the object knows which it is.
 */
export function parseFieldPath(field: string): readonly string[] {
  const steps: string[] = [];
  let at = 0;
  while (at < field.length) {
    const end = field[at] === '[' ? closing(field, at) : nextMark(field, at);
    if (field[at] === '[') {
      steps.push(field.slice(at + 1, end));
      at = end + 1;
    } else {
      if (end > at) steps.push(field.slice(at, end));
      at = end;
    }
    if (field[at] === '.') at++;
  }
  return steps;
}

/** The bracket that closes a key: keys may hold brackets themselves, but none that is followed by another step or the end. */
function closing(field: string, open: number): number {
  for (let at = open + 1; at < field.length; at++) {
    if (field[at] === ']' && (at + 1 === field.length || field[at + 1] === '.' || field[at + 1] === '[')) return at;
  }
  return field.length;
}

function nextMark(field: string, from: number): number {
  let at = from;
  while (at < field.length && field[at] !== '.' && field[at] !== '[') at++;
  return at;
}
